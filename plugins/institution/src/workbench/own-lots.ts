import { showLots } from "@fupin/provenance/queries/lots"
import type { WorkbenchLots } from "@fupin/contract/schemas"
import type { MedusaContainer } from "@medusajs/framework/types"
import { addDays, businessDay } from "../domain/business-day"
import { graph } from "../medusa"
import { readLots } from "../reads/lots"
import { readOwnProducts } from "./own-goods"

/** How far back lots are listed; older ones still answer to their code. */
const DAYS = 180

/** What the producer sells now, and its lots of late. */
export async function showOwnLots(container: MedusaContainer, producerId: string, now: Date): Promise<WorkbenchLots> {
  const ids = await readOwnProducts(container, producerId, now)
  const lots = await readLots(container, { producer_id: producerId, made_on: { $gte: addDays(businessDay(now), -DAYS) } })
  const named = [...new Set([...ids, ...lots.map(({ product_id }) => product_id)])]
  const products = named.length === 0 ? [] : await graph<{ id: string; title: string }>(container, "product", ["id", "title"], { id: named })
  return { products: products.map(({ id, title }) => ({ id, title, is_sold: ids.includes(id) })).toSorted((one, other) => one.title.localeCompare(other.title, "zh")), lots: showLots(lots, now) }
}

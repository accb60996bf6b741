import { setTimeout } from "node:timers/promises"
import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import type { MedusaContainer } from "@medusajs/framework/types"
import { graphOf, readRows } from "../medusa"
import { refreshCatalogueWorkflow } from "../workflows/refresh-catalogue"

interface Changed {
  id?: string | string[]
  product_ids?: string[]
}

/** Long enough for the events of one import to come together, short enough for an editor not to notice. */
const GATHER_MS = 200
const waiting = new Set<string>()
let next: Promise<void> | undefined

/** Many events of one change cost one reading. */
export default async function followProducts({ event, container }: SubscriberArgs<Changed>): Promise<void> {
  for (const id of await productsOf(container, event.name, event.data)) waiting.add(id)
  next ??= refreshLater(container)
  await next
}

async function refreshLater(container: MedusaContainer): Promise<void> {
  await setTimeout(GATHER_MS)
  const product_ids = [...waiting]
  waiting.clear()
  next = undefined
  await refreshCatalogueWorkflow(container).run({ input: { product_ids } })
}

/** A variant's product is looked up; the other events name products. A deleted variant is followed by its product's own event or the hourly job. */
async function productsOf(container: MedusaContainer, name: string, data: Changed): Promise<string[]> {
  if (data.product_ids) return data.product_ids
  const ids = [data.id ?? []].flat()
  if (!name.startsWith("product-variant.")) return ids
  const variants = await readRows<{ product_id: string }>(graphOf(container), "variant", ["product_id"], { id: ids })
  return variants.map(({ product_id }) => product_id)
}

export const config: SubscriberConfig = {
  event: ["product.created", "product.updated", "product.deleted", "product-variant.created", "product-variant.updated", "provenance.changed"],
  context: { subscriberId: "follow-products" },
}

import type { ExecArgs } from "@medusajs/framework/types"
import { importProducers } from "./importers/producers"
import { importProducts } from "./importers/products"
import { importProvenance } from "./importers/provenance"
import { importRegions } from "./importers/regions"
import { importStock } from "./importers/stock"
import { importStore } from "./importers/store"
import { businessDate } from "./lib/calendar"
import { openSteps } from "./lib/steps"

/** `medusa exec ../seed/run.ts` in backend/: the whole demonstration. Running it again, or after it was interrupted, adds what is missing. */
export default async function run({ container }: ExecArgs): Promise<void> {
  const today = businessDate(new Date())
  const { step, total } = openSteps()
  const store = await step("店铺", () => importStore(container))
  await step("区划与行政村", () => importRegions(container))
  const producers = await step("经营主体", () => importProducers(container, {}))
  const shelf = await step("商品", () => importProducts(container, store, {}))
  await step("库存", () => importStock(container, store, today))
  await step("溯源：产地、证书、认定", () => importProvenance(container, shelf, producers, today))
  total()
}

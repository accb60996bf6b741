import type { MedusaContainer } from "@medusajs/framework/types"
import { graphOf, readRows } from "../medusa"
import { refreshCatalogueWorkflow } from "../workflows/refresh-catalogue"

const TWO_HOURS_MS = 7_200_000

/** What the clock or a lost event left behind: designations that began or ended lately, and products changed lately. */
export default async function sweepCatalogue(container: MedusaContainer): Promise<void> {
  const query = graphOf(container)
  const now = new Date()
  const lately = { $gt: new Date(now.getTime() - TWO_HOURS_MS), $lte: now }
  const [turned, changed] = await Promise.all([
    readRows<{ product_id: string }>(query, "designation", ["product_id"], { $or: [{ valid_to: lately }, { valid_from: lately }] }),
    readRows<{ id: string }>(query, "product", ["id"], { updated_at: lately }),
  ])
  const product_ids = [...new Set([...turned.map(({ product_id }) => product_id), ...changed.map(({ id }) => id)])]
  await refreshCatalogueWorkflow(container).run({ input: { product_ids } })
}

export const config = { name: "sweep-catalogue", schedule: "5 * * * *" }

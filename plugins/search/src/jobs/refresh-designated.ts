import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { graphOf, readRows } from "../medusa"
import { buildDocuments } from "../queries/documents"

const HOUR_MS = 3_600_000

/** Badges are decided at each read; the order “certified first” follows the clock here, for what began or ended since. */
export default async function refreshDesignated(container: MedusaContainer): Promise<void> {
  const query = graphOf(container)
  const now = new Date()
  const lately = { $gt: new Date(now.getTime() - 2 * HOUR_MS), $lte: now }
  const turned = await readRows<{ product_id: string }>(query, "designation", ["product_id"], { $or: [{ valid_to: lately }, { valid_from: lately }] })
  const documents = await buildDocuments(query, turned.map(({ product_id }) => product_id), now)
  await container.resolve(Modules.SEARCH).upsertDocuments({ index: "catalogue", documents })
}

export const config = { name: "refresh-designated", schedule: "5 * * * *" }

import type { showLots } from "@fupin/provenance/queries/lots"
import type { MedusaContainer } from "@medusajs/framework/types"
import { graph } from "../medusa"

export type LotRow = Parameters<typeof showLots>[0][number]

const FIELDS = ["id", "code", "product_id", "producer_id", "made_on", "best_before", "mark", "report", "entered_as", "created_at", "withdrawn_at", "withdraw_reason"]

/** Lots of goods, the newest in front. */
export async function readLots(container: MedusaContainer, filters: Record<string, unknown>): Promise<LotRow[]> {
  const rows = await graph<LotRow>(container, "lot", FIELDS, filters)
  return rows.toSorted((one, other) => `${other.made_on} ${other.code}`.localeCompare(`${one.made_on} ${one.code}`))
}

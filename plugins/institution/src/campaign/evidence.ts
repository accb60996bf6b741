import { readOrdersBenefit } from "@fupin/benefit/queries/read-orders-benefit"
import { CampaignEvidence } from "@fupin/contract/schemas"
import type { MedusaContainer } from "@medusajs/framework/types"
import type { CampaignRow } from "../modules/campaign/rows"
import { readOrganisations } from "../reads/plans"
import { campaignsOf } from "./facts"
import { showDetail } from "./show"
import { showCampaignOrders } from "./show-orders"

/** Everything that proves a campaign: decision, roster, packs, orders, payment, benefit of households, sign-offs. No member is named. */
export async function readEvidence(container: MedusaContainer, row: CampaignRow): Promise<CampaignEvidence> {
  const ids = (await campaignsOf(container).readOrders(row.id)).filter(({ state }) => state === "placed").map(({ id }) => id)
  const [detail, orders, transfers, changes, benefit, [organisation]] = await Promise.all([
    showDetail(container, row), showCampaignOrders(container, row, false), campaignsOf(container).readTransfers(row.id), campaignsOf(container).readChangeSums(row.id), readOrdersBenefit(container, ids), readOrganisations(container, { id: row.organisation_id }),
  ])
  return CampaignEvidence.parse({ ...detail, organisation: organisation?.name ?? "", orders, transfers, changes, benefit })
}

import { readDues } from "@fupin/checkout/reads/read-dues"
import type { StaffRequest } from "@fupin/access"
import { OfficeCampaign } from "@fupin/contract/schemas"
import type { MedusaResponse } from "@medusajs/framework/http"
import { campaignsOf } from "../../../../campaign/facts"
import { showCampaigns } from "../../../../campaign/show"
import { organisationsInScope } from "../../../_scope"

/** Campaigns of the staff member's regions, with what is still to be paid for each under which code. */
export const GET = async (req: StaffRequest, res: MedusaResponse) => {
  const organisations = new Map((await organisationsInScope(req)).map(({ id, name }) => [id, { id, name }]))
  const rows = await campaignsOf(req.scope).readCampaigns({ organisation_ids: [...organisations.keys()] })
  const campaigns = await showCampaigns(req.scope, rows)
  res.json({ campaigns: await Promise.all(rows.map(async ({ id, organisation_id, transfer_code }, index) => {
    const orders = (await campaignsOf(req.scope).readOrders(id, "gift")).filter(({ state }) => state === "placed")
    const due_fen = (await readDues(req.scope, orders.map((order) => order.id))).reduce((sum, due) => sum + due.due_fen, 0)
    return OfficeCampaign.parse({ campaign: campaigns[index], organisation: organisations.get(organisation_id), due_fen, transfer_code })
  })) })
}

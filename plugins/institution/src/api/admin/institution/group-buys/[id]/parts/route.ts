import type { StaffRequest } from "@fupin/access"
import { OfficeGroupBuyPart } from "@fupin/contract/schemas"
import type { MedusaResponse } from "@medusajs/framework/http"
import { groupBuysOf } from "../../../../../../group-buy/facts"
import { showOfficeParts } from "../../../../../../group-buy/show"
import { groupBuyInScope } from "../../../../../_group-buys"

export const GET = async (req: StaffRequest, res: MedusaResponse) => {
  const { id } = await groupBuyInScope(req)
  const parts = await groupBuysOf(req.scope).readParts({ group_buy_ids: [id] })
  res.json({ parts: (await showOfficeParts(req.scope, parts, new Date())).map((one) => OfficeGroupBuyPart.parse(one)) })
}

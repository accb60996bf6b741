import type { StaffRequest } from "@fupin/access"
import { type GroupBuyInput, GroupBuyState } from "@fupin/contract/schemas"
import type { MedusaResponse } from "@medusajs/framework/http"
import { groupBuysOf, requireGroupBuy } from "../../../../group-buy/facts"
import { createGroupBuy } from "../../../../group-buy/manage"
import { answerOfficeGroupBuys, isInScope } from "../../../_group-buys"
import { refuseForeignGoods } from "../../../_sellers"

export const GET = async (req: StaffRequest, res: MedusaResponse) => {
  const rows = await groupBuysOf(req.scope).readGroupBuys({ states: [...GroupBuyState.options] })
  res.json({ group_buys: await answerOfficeGroupBuys(req, rows.filter((row) => isInScope(req, row)).reverse()) })
}

export const POST = async (req: StaffRequest<GroupBuyInput>, res: MedusaResponse) => {
  await refuseForeignGoods(req, req.validatedBody.variant_id)
  const id = await createGroupBuy(req.scope, req.validatedBody, req.auth_context.actor_id)
  const [group_buy] = await answerOfficeGroupBuys(req, [await requireGroupBuy(req.scope, id)])
  res.json({ group_buy })
}

import type { StaffRequest } from "@fupin/access"
import type { GroupBuyStep } from "@fupin/contract/schemas"
import type { MedusaResponse } from "@medusajs/framework/http"
import { requireGroupBuy } from "../../../../../../group-buy/facts"
import { takeGroupBuyStep } from "../../../../../../group-buy/manage"
import { answerOfficeGroupBuys, groupBuyInScope } from "../../../../../_group-buys"

export const POST = async (req: StaffRequest<GroupBuyStep>, res: MedusaResponse) => {
  const group = await groupBuyInScope(req)
  await takeGroupBuyStep(req.scope, group, req.validatedBody)
  const [group_buy] = await answerOfficeGroupBuys(req, [await requireGroupBuy(req.scope, group.id)])
  res.json({ group_buy })
}

import { GroupBuy } from "@fupin/contract/schemas"
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { showGroupBuys } from "../../../../group-buy/show"
import { shownGroupBuy } from "../../../_group-buys"

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  const { shown: [group_buy] } = await showGroupBuys(req.scope, [await shownGroupBuy(req)], new Date())
  res.json({ group_buy: GroupBuy.parse(group_buy) })
}

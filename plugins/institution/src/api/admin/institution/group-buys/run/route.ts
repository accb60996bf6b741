import { GroupBuyRun } from "@fupin/contract/schemas"
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { runGroupBuys } from "../../../../../group-buy/run"

export const POST = async (req: MedusaRequest, res: MedusaResponse) => {
  res.json(GroupBuyRun.parse(await runGroupBuys(req.scope, new Date())))
}

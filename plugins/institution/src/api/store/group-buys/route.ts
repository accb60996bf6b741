import { GroupBuy } from "@fupin/contract/schemas"
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { groupBuysOf } from "../../../group-buy/facts"
import { showGroupBuys } from "../../../group-buy/show"

const SHOWN_DAYS = 14

/** Those that run or will, the first to end in front; then those that were reached in the last two weeks. */
export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  const now = new Date()
  const rows = await groupBuysOf(req.scope).readGroupBuys({ states: ["open", "reached", "settled"] })
  const since = new Date(now.getTime() - SHOWN_DAYS * 86_400_000)
  const listed = [...rows.filter(({ state }) => state === "open"), ...rows.filter(({ state, ends_at }) => state !== "open" && ends_at > since).reverse()]
  const { shown } = await showGroupBuys(req.scope, listed, now)
  res.json({ group_buys: shown.map((one) => GroupBuy.parse(one)) })
}

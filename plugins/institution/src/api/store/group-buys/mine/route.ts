import { GroupBuyPart } from "@fupin/contract/schemas"
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { groupBuysOf } from "../../../../group-buy/facts"
import { showParts } from "../../../../group-buy/show"
import { customerOf } from "../../../../medusa"
import { readMine } from "../../../../reads/members"

/** One's own parts and those of one's organisations; carts that came to nothing are left out. */
export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  const customer_id = customerOf(req)
  const [module, organisations] = [groupBuysOf(req.scope), await readMine(req.scope, customer_id)]
  const [own, theirs] = await Promise.all([module.readParts({ customer_id }), module.readParts({ organisation_ids: organisations.map(({ id }) => id) })])
  const held = new Set(organisations.map(({ id }) => id))
  const mine = [...own.filter(({ organisation_id }) => organisation_id === null || held.has(organisation_id)), ...theirs.filter((part) => part.customer_id !== customer_id)]
  const shown = await showParts(req.scope, mine, new Date())
  res.json({ parts: shown.filter(({ state, order_id }) => state !== "lapsed" && !(state === "dropped" && order_id === null)).map((one) => GroupBuyPart.parse(one)) })
}

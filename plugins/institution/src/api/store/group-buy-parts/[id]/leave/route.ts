import { refusal } from "@fupin/access"
import { GroupBuyPart } from "@fupin/contract/schemas"
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { groupBuysOf, requirePart } from "../../../../../group-buy/facts"
import { trySettlePart } from "../../../../../group-buy/settle"
import { showParts } from "../../../../../group-buy/show"
import { customerOf } from "../../../../../medusa"
import { allowMember } from "../../../../../reads/members"

/** Leaving is written down first; the money goes back at once, or with the next run. */
export const POST = async (req: MedusaRequest, res: MedusaResponse) => {
  const part = await requirePart(req.scope, req.params.id!)
  const customer_id = customerOf(req)
  if (part.organisation_id !== null) await allowMember(req.scope, customer_id, part.organisation_id, "order")
  else if (part.customer_id !== customer_id) throw refusal("not_found", "not_found")
  await groupBuysOf(req.scope).leave(part.id, new Date())
  await trySettlePart(req.scope, part.id)
  const [shown] = await showParts(req.scope, [await requirePart(req.scope, part.id)], new Date())
  res.json({ part: GroupBuyPart.parse(shown) })
}

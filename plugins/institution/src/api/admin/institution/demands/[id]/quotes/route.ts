import { refusal, type StaffRequest } from "@fupin/access"
import type { DemandQuoteInput } from "@fupin/contract/schemas"
import type { MedusaResponse } from "@medusajs/framework/http"
import { demandsOf } from "../../../../../../demand"
import { readOfferedGoods } from "../../../../../../demand/offered-goods"
import { refuseForeignSeller } from "../../../../../_sellers"

export const POST = async (req: StaffRequest<DemandQuoteInput>, res: MedusaResponse) => {
  const { producer_id, lines } = req.validatedBody
  await refuseForeignSeller(req, producer_id)
  const at = new Date()
  const [demand] = await demandsOf(req.scope).readDemands({ ids: [req.params.id!] })
  if (!demand) throw refusal("not_found", "not_found")
  const goods = await readOfferedGoods(req.scope, lines.map(({ variant_id }) => variant_id), demand.origin_code, at)
  const id = await demandsOf(req.scope).quote(demand.id, req.validatedBody, goods, { actor_id: req.auth_context.actor_id, at })
  res.status(201).json({ id })
}

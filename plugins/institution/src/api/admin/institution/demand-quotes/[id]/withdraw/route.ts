import { refusal, type StaffRequest } from "@fupin/access"
import type { MedusaResponse } from "@medusajs/framework/http"
import { demandsOf } from "../../../../../../demand"
import { refuseForeignSeller } from "../../../../../_sellers"

export const POST = async (req: StaffRequest, res: MedusaResponse) => {
  const id = req.params.id!
  const held = await demandsOf(req.scope).demandOfQuote(id)
  if (!held) throw refusal("not_found", "not_found")
  await refuseForeignSeller(req, held.producer_id)
  await demandsOf(req.scope).withdrawQuote(id, { at: new Date() })
  res.json({ id })
}

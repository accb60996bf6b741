import { refusal } from "@fupin/access"
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { demandsOf } from "../../../../../../demand"
import { asProducer } from "../../../../../_workbench"

export const POST = async (req: MedusaRequest, res: MedusaResponse) => {
  const held = await demandsOf(req.scope).demandOfQuote(req.params.id!)
  if (!held) throw refusal("not_found", "not_found")
  await asProducer(req, held.producer_id, "act")
  await demandsOf(req.scope).withdrawQuote(req.params.id!, { at: new Date() })
  res.json({ id: req.params.id })
}

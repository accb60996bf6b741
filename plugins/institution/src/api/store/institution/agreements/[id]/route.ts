import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { customerOf } from "../../../../../medusa"
import { agreementFor } from "../../../../../reads/members"
import { answerAgreement } from "../../../../_agreements"

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  res.json(await answerAgreement(req, await agreementFor(req.scope, customerOf(req), req.params.id!, "read")))
}

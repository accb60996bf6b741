import type { StaffRequest } from "@fupin/access"
import type { MedusaResponse } from "@medusajs/framework/http"
import { answerAgreement } from "../../../../_agreements"
import { agreementInScope } from "../../../../_scope"

export const GET = async (req: StaffRequest, res: MedusaResponse) => {
  res.json(await answerAgreement(req, await agreementInScope(req, req.params.id!)))
}

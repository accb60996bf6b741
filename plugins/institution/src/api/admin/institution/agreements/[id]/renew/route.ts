import type { StaffRequest } from "@fupin/access"
import type { RenewInput } from "@fupin/contract/schemas"
import type { MedusaResponse } from "@medusajs/framework/http"
import { renewAgreementWorkflow } from "../../../../../../workflows/change-agreement"
import { answerAgreement } from "../../../../../_agreements"
import { agreementInScope } from "../../../../../_scope"

export const POST = async (req: StaffRequest<RenewInput>, res: MedusaResponse) => {
  const { id } = await agreementInScope(req, req.params.id!)
  const { result } = await renewAgreementWorkflow(req.scope).run({ input: { id, renewal: req.validatedBody } })
  res.status(201).json(await answerAgreement(req, result))
}

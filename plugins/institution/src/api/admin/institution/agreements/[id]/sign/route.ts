import type { StaffRequest } from "@fupin/access"
import type { SignInput } from "@fupin/contract/schemas"
import type { MedusaResponse } from "@medusajs/framework/http"
import { actOnAgreement } from "../../../../../_agreements"
import { agreementInScope } from "../../../../../_scope"

export const POST = async (req: StaffRequest<SignInput>, res: MedusaResponse) => {
  const { id } = await agreementInScope(req, req.params.id!)
  res.json(await actOnAgreement(req, id, { sign: req.validatedBody }, req.auth_context.actor_id))
}

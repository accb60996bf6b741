import type { StaffRequest } from "@fupin/access"
import type { TerminateInput } from "@fupin/contract/schemas"
import type { MedusaResponse } from "@medusajs/framework/http"
import { actOnAgreement } from "../../../../../_agreements"
import { agreementInScope } from "../../../../../_scope"

export const POST = async (req: StaffRequest<TerminateInput>, res: MedusaResponse) => {
  const { id } = await agreementInScope(req, req.params.id!)
  res.json(await actOnAgreement(req, id, { terminate: req.validatedBody }, req.auth_context.actor_id))
}

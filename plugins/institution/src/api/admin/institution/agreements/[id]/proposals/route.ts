import type { StaffRequest } from "@fupin/access"
import type { AgreementProposalInput } from "@fupin/contract/schemas"
import type { MedusaResponse } from "@medusajs/framework/http"
import { actOnAgreement } from "../../../../../_agreements"
import { agreementInScope } from "../../../../../_scope"

/** Staff enter what the producer proposes. */
export const POST = async (req: StaffRequest<AgreementProposalInput>, res: MedusaResponse) => {
  const { id } = await agreementInScope(req, req.params.id!)
  res.status(201).json(await actOnAgreement(req, id, { propose: { side: "producer", ...req.validatedBody } }, req.auth_context.actor_id))
}

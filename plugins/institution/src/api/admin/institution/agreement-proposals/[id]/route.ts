import type { StaffRequest } from "@fupin/access"
import type { AgreementProposalAnswer } from "@fupin/contract/schemas"
import type { MedusaResponse } from "@medusajs/framework/http"
import { agreementOfProposal } from "../../../../../reads/dossier"
import { actOnAgreement } from "../../../../_agreements"
import { agreementInScope } from "../../../../_scope"

/** Staff enter what the producer answers. */
export const POST = async (req: StaffRequest<AgreementProposalAnswer>, res: MedusaResponse) => {
  const { id } = await agreementInScope(req, await agreementOfProposal(req.scope, req.params.id!))
  res.json(await actOnAgreement(req, id, { answer: { side: "producer", proposal_id: req.params.id!, ...req.validatedBody } }, req.auth_context.actor_id))
}

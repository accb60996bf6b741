import type { AgreementProposalAnswer } from "@fupin/contract/schemas"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { customerOf } from "../../../../../medusa"
import { agreementOfProposal } from "../../../../../reads/dossier"
import { agreementFor } from "../../../../../reads/members"
import { actOnAgreement } from "../../../../_agreements"

export const POST = async (req: AuthenticatedMedusaRequest<AgreementProposalAnswer>, res: MedusaResponse) => {
  const { id } = await agreementFor(req.scope, customerOf(req), await agreementOfProposal(req.scope, req.params.id!), "order")
  res.json(await actOnAgreement(req, id, { answer: { side: "organisation", proposal_id: req.params.id!, ...req.validatedBody } }, customerOf(req)))
}

import type { AgreementProposalAnswer } from "@fupin/contract/schemas"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { agreementOfProposal } from "../../../../../reads/dossier"
import { actAsProducer, producersAgreement } from "../../../../_workbench"

export const POST = async (req: AuthenticatedMedusaRequest<AgreementProposalAnswer>, res: MedusaResponse) => {
  const { id } = await producersAgreement(req, await agreementOfProposal(req.scope, req.params.id!), "act")
  res.json(await actAsProducer(req, id, { answer: { side: "producer", proposal_id: req.params.id!, ...req.validatedBody } }))
}

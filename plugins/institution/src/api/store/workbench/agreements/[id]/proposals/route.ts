import type { AgreementProposalInput } from "@fupin/contract/schemas"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { actAsProducer, producersAgreement } from "../../../../../_workbench"

export const POST = async (req: AuthenticatedMedusaRequest<AgreementProposalInput>, res: MedusaResponse) => {
  const { id } = await producersAgreement(req, req.params.id!, "act")
  res.status(201).json(await actAsProducer(req, id, { propose: { side: "producer", ...req.validatedBody } }))
}

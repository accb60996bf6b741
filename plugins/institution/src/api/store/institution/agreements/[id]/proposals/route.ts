import type { AgreementProposalInput } from "@fupin/contract/schemas"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { customerOf } from "../../../../../../medusa"
import { agreementFor } from "../../../../../../reads/members"
import { actOnAgreement } from "../../../../../_agreements"

export const POST = async (req: AuthenticatedMedusaRequest<AgreementProposalInput>, res: MedusaResponse) => {
  const { id } = await agreementFor(req.scope, customerOf(req), req.params.id!, "order")
  res.status(201).json(await actOnAgreement(req, id, { propose: { side: "organisation", ...req.validatedBody } }, customerOf(req)))
}

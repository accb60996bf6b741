import type { ImpactCertificateInput } from "@fupin/contract/schemas"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { customerOf } from "../../../../../medusa"
import { allowMember } from "../../../../../reads/members"
import { issueImpactCertificateWorkflow } from "../../../../../workflows/issue-impact-certificate"

export const POST = async (req: AuthenticatedMedusaRequest<ImpactCertificateInput>, res: MedusaResponse) => {
  await allowMember(req.scope, customerOf(req), req.validatedBody.organisation_id, "pay")
  const { result } = await issueImpactCertificateWorkflow(req.scope).run({ input: { ...req.validatedBody, actor_id: customerOf(req) } })
  res.status(201).json(result)
}

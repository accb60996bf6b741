import { refusal } from "@fupin/access"
import type { ApplyAgainInput } from "@fupin/contract/schemas"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { customerOf, graph } from "../../../../../medusa"
import { institutionOf } from "../../../../../reads/plans"
import { showApplications } from "../../../../../reads/show-applications"

export const POST = async (req: AuthenticatedMedusaRequest<ApplyAgainInput>, res: MedusaResponse) => {
  const { unit } = req.validatedBody
  const [division] = unit ? await graph<{ code: string }>(req.scope, "division", ["code"], { code: unit.region_code }) : []
  if (unit && !division) throw refusal("invalid_data", "unknown_region")
  await institutionOf(req.scope).applyAgain(req.params.id!, customerOf(req), req.validatedBody, new Date())
  res.json({ applications: await showApplications(req.scope, customerOf(req)) })
}

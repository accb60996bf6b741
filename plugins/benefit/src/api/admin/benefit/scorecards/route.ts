import { allowed, decideRegion, type StaffRequest } from "@fupin/access"
import type { ScorecardInput } from "@fupin/contract/schemas"
import type { MedusaResponse } from "@medusajs/framework/http"
import { saveScorecardWorkflow } from "../../../../workflows/save-scorecard"

export const POST = async (req: StaffRequest<ScorecardInput>, res: MedusaResponse) => {
  allowed(decideRegion(req.validatedBody.region_code, req.staffRegions), "forbidden")
  const { result } = await saveScorecardWorkflow(req.scope).run({ input: { ...req.validatedBody, actor_id: req.auth_context.actor_id } })
  res.json(result)
}

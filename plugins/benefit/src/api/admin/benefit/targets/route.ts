import { allowed, decideRegion, refusal, type StaffRequest } from "@fupin/access"
import type { TargetsInput } from "@fupin/contract/schemas"
import type { MedusaResponse } from "@medusajs/framework/http"
import { FILING_MODULE, type FilingModuleService } from "../../../../modules/filing"
import { saveTargetsWorkflow } from "../../../../workflows/save-targets"

/** Plans of units of the caller's regions, all or none. */
export const POST = async (req: StaffRequest<TargetsInput>, res: MedusaResponse) => {
  const ids = [...new Set(req.validatedBody.targets.map(({ unit_id }) => unit_id))]
  const units = await req.scope.resolve<FilingModuleService>(FILING_MODULE).readUnits(ids)
  if (units.length !== ids.length) throw refusal("not_found", "unknown_unit")
  for (const { region_code } of units) allowed(decideRegion(region_code, req.staffRegions), "forbidden")
  const { result } = await saveTargetsWorkflow(req.scope).run({ input: { ...req.validatedBody, actor_id: req.auth_context.actor_id } })
  res.json(result)
}

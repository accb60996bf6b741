import { allowed, decideRegion, type StaffRequest } from "@fupin/access"
import type { ReportingSettingInput } from "@fupin/contract/schemas"
import type { MedusaResponse } from "@medusajs/framework/http"
import { saveReportingUnitsWorkflow } from "../../../../../workflows/save-reporting-units"

export const POST = async (req: StaffRequest<ReportingSettingInput>, res: MedusaResponse) => {
  allowed(decideRegion(req.validatedBody.region_code, req.staffRegions), "forbidden")
  await saveReportingUnitsWorkflow(req.scope).run({ input: { settings: [req.validatedBody], units: [], now: new Date() } })
  res.status(201).json(req.validatedBody)
}

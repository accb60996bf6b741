import { allowed, decideRegion, type StaffRequest } from "@fupin/access"
import { type ReportingUnitInput, ReportingUnitList } from "@fupin/contract/schemas"
import type { MedusaResponse } from "@medusajs/framework/http"
import { FILING_MODULE, type FilingModuleService } from "../../../../modules/filing"
import { readReportingUnits } from "../../../../queries/read-filings"
import { saveReportingUnitsWorkflow } from "../../../../workflows/save-reporting-units"

export const GET = async (req: StaffRequest, res: MedusaResponse) => {
  res.json(ReportingUnitList.parse(await readReportingUnits(req.scope, req.staffRegions)))
}

/** Saves a unit of the caller's regions; an existing one may not be taken from elsewhere. */
export const POST = async (req: StaffRequest<ReportingUnitInput>, res: MedusaResponse) => {
  const input = req.validatedBody
  const [held] = input.id === undefined ? [] : await req.scope.resolve<FilingModuleService>(FILING_MODULE).readUnits([input.id])
  for (const code of [input.region_code, ...(held ? [held.region_code] : [])]) allowed(decideRegion(code, req.staffRegions), "forbidden")
  const { result } = await saveReportingUnitsWorkflow(req.scope).run({ input: { settings: [], units: [input], now: new Date() } })
  res.status(201).json({ id: result.ids[0] })
}

import type { ReportingSettingInput, ReportingUnitInput } from "@fupin/contract/schemas"
import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { FILING_MODULE, type FilingModuleService } from "../modules/filing"

export interface SaveReportingUnits {
  settings: ReportingSettingInput[]
  units: ReportingUnitInput[]
  now: Date | string
}

/** In the order given; each is saved as it is, and saving it again changes nothing. */
const saveReportingUnitsStep = createStep("save-reporting-units", async ({ settings, units, now: at }: SaveReportingUnits, { container }) => {
  const filings = container.resolve<FilingModuleService>(FILING_MODULE)
  const now = new Date(at)
  for (const setting of settings) await filings.saveSetting(setting, now)
  const ids: string[] = []
  for (const unit of units) ids.push((await filings.saveUnit(unit, now)).id)
  return new StepResponse({ ids })
})

/** Saves what regions want and who files, and opens their filings. Errors: setting_touches_past, unknown_unit, unit_name_taken, unit_parent_refused, unit_has_filed. */
export const saveReportingUnitsWorkflow = createWorkflow("save-reporting-units", (input: SaveReportingUnits) => new WorkflowResponse(saveReportingUnitsStep(input)))

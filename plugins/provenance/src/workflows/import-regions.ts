import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { counties832, packedDivisions } from "../data"
import { unpackDivisions } from "../domain/region"
import { PROVENANCE_MODULE, type ProvenanceModuleService } from "../modules/provenance"

/** When the list of 832 counties was published. */
const LISTED_ON = new Date("2014-12-23T00:00:00+08:00")

const importRegionsStep = createStep("import-regions", async (_none: void, { container }) => {
  const provenance: ProvenanceModuleService = container.resolve(PROVENANCE_MODULE)
  const divisions = await provenance.importDivisions(unpackDivisions(packedDivisions))
  const flags = await provenance.importFlags(counties832.map((region_code) => ({ region_code, flag: "county_832", valid_from: LISTED_ON, valid_to: null })))
  return new StepResponse({ divisions, flags })
})

/** Loads the packaged divisions, province to township, and the 832 counties. Running it again changes nothing. Answers how many rows changed. */
export const importRegionsWorkflow = createWorkflow("import-regions", () => new WorkflowResponse(importRegionsStep()))

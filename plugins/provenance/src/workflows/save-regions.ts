import { RegionFlagInput, RegionInput } from "@fupin/contract/schemas"
import { allowed, refusal } from "@fupin/access"
import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { z } from "zod"
import { readSpan } from "../domain/moment"
import { divisionOf } from "../domain/region"
import { PROVENANCE_MODULE, type ProvenanceModuleService } from "../modules/provenance"
import { readInput } from "../read-input"

const Input = z.strictObject({ regions: z.array(RegionInput).max(5000).default([]), flags: z.array(RegionFlagInput).max(5000).default([]) })

const saveRegionsStep = createStep("save-regions", async (input: z.input<typeof Input>, { container }) => {
  const provenance: ProvenanceModuleService = container.resolve(PROVENANCE_MODULE)
  const { regions, flags } = readInput(Input, input)
  const rows = regions.map(divisionOf)
  const own = new Set(rows.map(({ code }) => code))
  const outside = [...rows.flatMap(({ parent_code }) => parent_code ?? []), ...flags.map(({ region_code }) => region_code)].filter((code) => !own.has(code))
  const [unknown] = await provenance.readUnknownRegions(outside)
  if (unknown) throw refusal("invalid_data", "unknown_region", `没有区划 ${unknown}，请先登记上一级`)
  const changed = await provenance.importDivisions(rows)
  const flagged = await provenance.importFlags(flags.map(({ region_code, flag, ...span }) => ({ region_code, flag, ...allowed(readSpan(span)) })))
  return new StepResponse({ regions: changed, flags: flagged })
})

/** Adds divisions that the package does not have (villages) and dated flags. Idempotent. Errors: unknown_region, invalid_validity. */
export const saveRegionsWorkflow = createWorkflow("save-regions", (input: z.input<typeof Input>) => new WorkflowResponse(saveRegionsStep(input)))

import { randomInt } from "node:crypto"
import { OwnLotInput } from "@fupin/contract/schemas"
import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import type { z } from "zod"
import { lotCode } from "../domain/lot"
import type { LotRow } from "../medusa"
import { PROVENANCE_MODULE, type ProvenanceModuleService } from "../modules/provenance"
import { readInput } from "../read-input"

type EnterLotInput = { lot: z.input<typeof OwnLotInput>; entered_as: LotRow["entered_as"]; entered_by: string }

/** Entering the same lot again finds it, so there is nothing to compensate. */
const enterLotStep = createStep("enter-lot", async ({ lot, entered_as, entered_by }: EnterLotInput, { container }) => {
  const provenance: ProvenanceModuleService = container.resolve(PROVENANCE_MODULE)
  const input = readInput(OwnLotInput, lot)
  const code = lotCode(input.made_on, Array.from({ length: 6 }, () => randomInt(1_000_000)))
  return new StepResponse(await provenance.enterLot(input, { code, entered_as, entered_by, now: new Date() }))
})

/** Enters a lot (批次) of a producer's own product. */
export const enterLotWorkflow = createWorkflow("enter-lot", (input: EnterLotInput) => new WorkflowResponse(enterLotStep(input)))

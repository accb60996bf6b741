import { DesignationInput } from "@fupin/contract/schemas"
import { createStep, createWorkflow, StepResponse, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import { z } from "zod"
import { PROVENANCE_MODULE, type ProvenanceModuleService } from "../modules/provenance"
import { readInput } from "../read-input"
import { PROVENANCE_CHANGED } from "../events"
import { refuseUnknownProductsStep } from "./steps/refuse-unknown-products"

type SaveDesignationsInput = { designations: z.input<typeof DesignationInput>[] }

/** One transaction, idempotent by natural key: saving again is the way back, so there is nothing to compensate. */
const saveDesignationsStep = createStep("save-designations", async (input: SaveDesignationsInput, { container }) => {
  const provenance: ProvenanceModuleService = container.resolve(PROVENANCE_MODULE)
  return new StepResponse(await provenance.saveDesignations(readInput(z.array(DesignationInput).max(2000), input.designations)))
})

/** Saves designations (认定) by number: new ones, changed status or validity. */
export const saveDesignationsWorkflow = createWorkflow("save-designations", (input: SaveDesignationsInput) => {
  const product_ids = transform(input, ({ designations }) => designations.map(({ product_id }) => product_id))
  refuseUnknownProductsStep({ product_ids })
  const saved = saveDesignationsStep(input)
  emitEventStep({ eventName: PROVENANCE_CHANGED, data: { product_ids } })
  return new WorkflowResponse(saved)
})

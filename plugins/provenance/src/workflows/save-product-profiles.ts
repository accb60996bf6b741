import { ProductProfileInput } from "@fupin/contract/schemas"
import { createStep, createWorkflow, StepResponse, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import { z } from "zod"
import { PROVENANCE_MODULE, type ProvenanceModuleService } from "../modules/provenance"
import { readInput } from "../read-input"
import { PROVENANCE_CHANGED } from "../events"
import { refuseUnknownProductsStep } from "./steps/refuse-unknown-products"

type SaveProductProfilesInput = { profiles: z.input<typeof ProductProfileInput>[] }

/** One transaction, idempotent by natural key: saving again is the way back, so there is nothing to compensate. */
const saveProductProfilesStep = createStep("save-product-profiles", async (input: SaveProductProfilesInput, { container }) => {
  const provenance: ProvenanceModuleService = container.resolve(PROVENANCE_MODULE)
  return new StepResponse(await provenance.saveProductProfiles(readInput(z.array(ProductProfileInput).max(2000), input.profiles)))
})

/** Says who makes and sells products and where they are from; a later profile ends the earlier one. */
export const saveProductProfilesWorkflow = createWorkflow("save-product-profiles", (input: SaveProductProfilesInput) => {
  const product_ids = transform(input, ({ profiles }) => profiles.map(({ product_id }) => product_id))
  refuseUnknownProductsStep({ product_ids })
  const saved = saveProductProfilesStep(input)
  emitEventStep({ eventName: PROVENANCE_CHANGED, data: { product_ids } })
  return new WorkflowResponse(saved)
})

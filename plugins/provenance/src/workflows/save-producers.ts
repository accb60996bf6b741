import { ProducerInput } from "@fupin/contract/schemas"
import { createStep, createWorkflow, StepResponse, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import { z } from "zod"
import { PROVENANCE_CHANGED } from "../events"
import { PROVENANCE_MODULE, type ProvenanceModuleService } from "../modules/provenance"
import { readInput } from "../read-input"
import { refuseUnknownBeneficiariesStep } from "./steps/refuse-unknown-beneficiaries"

type SaveProducersInput = { producers: z.input<typeof ProducerInput>[] }

/** One transaction, idempotent by natural key: saving again is the way back, so there is nothing to compensate. */
const saveProducersStep = createStep("save-producers", async (input: SaveProducersInput, { container }) => {
  const provenance: ProvenanceModuleService = container.resolve(PROVENANCE_MODULE)
  const producers = await provenance.saveProducers(readInput(z.array(ProducerInput).max(2000), input.producers))
  const profiles = await provenance.listProductProfiles({ producer_id: producers.map(({ id }) => id), valid_to: null }, { select: ["product_id"], take: null })
  return new StepResponse({ producers, product_ids: profiles.map(({ product_id }) => product_id) })
})

/** Saves producers (经营主体), found again by id, credit code, or name and region. Answers them in the order given. Error: unknown_beneficiary. */
export const saveProducersWorkflow = createWorkflow("save-producers", (input: SaveProducersInput) => {
  refuseUnknownBeneficiariesStep({ beneficiary_ids: transform(input, ({ producers }) => producers.flatMap(({ beneficiary_id }) => beneficiary_id ?? [])) })
  const saved = saveProducersStep(input)
  emitEventStep({ eventName: PROVENANCE_CHANGED, data: { product_ids: saved.product_ids } })
  return new WorkflowResponse(transform(saved, ({ producers }) => producers))
})

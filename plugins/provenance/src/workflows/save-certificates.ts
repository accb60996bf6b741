import { CertificateInput } from "@fupin/contract/schemas"
import { createStep, createWorkflow, StepResponse, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import { z } from "zod"
import { PROVENANCE_MODULE, type ProvenanceModuleService } from "../modules/provenance"
import { readInput } from "../read-input"
import { PROVENANCE_CHANGED } from "../events"
import { refuseUnknownFilesStep } from "./steps/refuse-unknown-files"
import { refuseUnknownProductsStep } from "./steps/refuse-unknown-products"

type SaveCertificatesInput = { certificates: z.input<typeof CertificateInput>[] }

/** One transaction, idempotent by natural key: saving again is the way back, so there is nothing to compensate. */
const saveCertificatesStep = createStep("save-certificates", async (input: SaveCertificatesInput, { container }) => {
  const provenance: ProvenanceModuleService = container.resolve(PROVENANCE_MODULE)
  return new StepResponse(await provenance.saveCertificates(readInput(z.array(CertificateInput).max(2000), input.certificates), new Date()))
})

/** Saves certificates by kind and number; the products named join those named before. */
export const saveCertificatesWorkflow = createWorkflow("save-certificates", (input: SaveCertificatesInput) => {
  const product_ids = transform(input, ({ certificates }) => certificates.flatMap(({ product_ids }) => product_ids ?? []))
  const file_ids = transform(input, ({ certificates }) => certificates.flatMap(({ file_id }) => file_id ?? []))
  refuseUnknownProductsStep({ product_ids })
  refuseUnknownFilesStep({ file_ids })
  const saved = saveCertificatesStep(input)
  emitEventStep({ eventName: PROVENANCE_CHANGED, data: { product_ids } })
  return new WorkflowResponse(saved)
})

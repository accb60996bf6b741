import { allowed } from "@fupin/access"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { decideSale } from "../../domain/designation"
import { PROVENANCE_MODULE, type ProvenanceModuleService } from "../../modules/provenance"

/** What was once designated sells only with a designation valid now; what never was sells without a badge. Error: designation_expired. One query. */
export const refuseExpiredDesignationsStep = createStep("refuse-expired-designations", async (input: { product_ids: string[] }, { container }) => {
  const provenance: ProvenanceModuleService = container.resolve(PROVENANCE_MODULE)
  const designations = await provenance.readDesignations([...new Set(input.product_ids)])
  return new StepResponse(allowed(decideSale(designations, new Date()), "not_allowed"))
})

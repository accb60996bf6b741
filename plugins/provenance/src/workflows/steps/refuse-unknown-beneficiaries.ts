import { refusal } from "@fupin/access"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

/** A producer that is a household names one that is registered. Error: unknown_beneficiary. One query. */
export const refuseUnknownBeneficiariesStep = createStep("refuse-unknown-beneficiaries", async (input: { beneficiary_ids: string[] }, { container }) => {
  const wanted = [...new Set(input.beneficiary_ids)]
  if (wanted.length === 0) return new StepResponse(wanted)
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({ entity: "household", fields: ["id"], filters: { id: wanted } })
  if (data.length < wanted.length) throw refusal("invalid_data", "unknown_beneficiary")
  return new StepResponse(wanted)
})

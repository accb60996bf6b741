import { refusal } from "@fupin/access"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

/** Every id must be a product's. Error: unknown_product. One query. */
export const refuseUnknownProductsStep = createStep("refuse-unknown-products", async (input: { product_ids: string[] }, { container }) => {
  const wanted = [...new Set(input.product_ids)]
  if (wanted.length === 0) return new StepResponse(wanted)
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({ entity: "product", fields: ["id"], filters: { id: wanted } })
  if (data.length < wanted.length) throw refusal("invalid_data", "unknown_product")
  return new StepResponse(wanted)
})

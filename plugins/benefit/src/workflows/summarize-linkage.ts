import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { type LinkageSummary, summarizeLinkages } from "../domain/summarize-linkages"
import { HOUSEHOLD_MODULE, type HouseholdModuleService } from "../modules/household"
import { readProducersOf } from "../queries/read-goods"

export interface SummarizeLinkage {
  product_ids: string[]
}

const summarizeLinkageStep = createStep("summarize-linkage", async ({ product_ids }: SummarizeLinkage, { container }) =>
  new StepResponse(await summarize(container, product_ids, new Date())))

async function summarize(container: MedusaContainer, productIds: string[], now: Date): Promise<Record<string, LinkageSummary>> {
  if (productIds.length === 0) return {}
  const producers = await readProducersOf(container, productIds, now)
  const module: HouseholdModuleService = container.resolve(HOUSEHOLD_MODULE)
  const linkages = await module.readLinkagesInForce([...new Set(producers.values())], now, now)
  const { data: variants } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({ entity: "variant", fields: ["id", "product_id"], filters: { product_id: productIds } })
  return Object.fromEntries(productIds.map((product_id) => {
    const variant_ids = variants.filter((variant) => variant.product_id === product_id).map(({ id }) => id)
    return [product_id, summarizeLinkages({ product_id, variant_ids, producer_id: producers.get(product_id) ?? null }, linkages, now)]
  }))
}

/** How products are linked to households now: kinds of shares, as codes, and the number of households. Products without linkage have none. */
export const summarizeLinkageWorkflow = createWorkflow("summarize-linkage", (input: SummarizeLinkage) => new WorkflowResponse(summarizeLinkageStep(input)))

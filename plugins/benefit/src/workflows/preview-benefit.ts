import { refusal } from "@fupin/access"
import type { BenefitPreview } from "@fupin/contract/schemas"
import type { MedusaContainer } from "@medusajs/framework/types"
import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { planLineShares } from "../domain/line-shares"
import { planPreview } from "../domain/plan-preview"
import { HOUSEHOLD_MODULE, type HouseholdModuleService } from "../modules/household"
import { readPricedVariants, readProducersOf } from "../queries/read-goods"
import { baseOf } from "../queries/weigh"

export interface PreviewBenefit {
  /** `unit_price_fen`, tax included, where an agreement fixes the price; today's price otherwise. */
  items: { variant_id: string; quantity: number; unit_price_fen?: number }[]
}

const previewBenefitStep = createStep("preview-benefit", async ({ items }: PreviewBenefit, { container }) =>
  new StepResponse(await previewBenefit(container, items, new Date())))

/** Three steps of bulk reading, then the ledger's own rules: the number of queries does not grow with the items. */
async function previewBenefit(container: MedusaContainer, items: PreviewBenefit["items"], now: Date): Promise<BenefitPreview> {
  const variants = new Map((await readPricedVariants(container, { id: [...new Set(items.map(({ variant_id }) => variant_id))] })).map((variant) => [variant.variant_id, variant]))
  const producers = await readProducersOf(container, [...new Set([...variants.values()].map(({ product_id }) => product_id))], now)
  const module: HouseholdModuleService = container.resolve(HOUSEHOLD_MODULE)
  const linkages = await module.readLinkagesInForce([...new Set(producers.values())], now, now)
  return planPreview(items.map(({ variant_id, quantity, unit_price_fen }) => {
    const variant = variants.get(variant_id)
    const base_fen = variant && baseOf(variant, quantity, unit_price_fen === undefined ? undefined : (unit_price_fen / 100).toFixed(2))
    if (!variant?.is_published || base_fen == null) throw refusal("invalid_data", "unknown_variant")
    const line = { line_id: variant_id, product_id: variant.product_id, variant_id, producer_id: producers.get(variant.product_id) ?? null, quantity, base_fen }
    return { variant_id, quantity, shares: planLineShares(line, linkages, now) }
  }))
}

/** What these goods would bring to how many households if they were bought now. Writes nothing. Error: unknown_variant. */
export const previewBenefitWorkflow = createWorkflow("preview-benefit", (input: PreviewBenefit) => new WorkflowResponse(previewBenefitStep(input)))

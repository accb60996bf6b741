import { refusal } from "@fupin/access"
import type { BenefitPreview } from "@fupin/contract/schemas"
import type { MedusaContainer } from "@medusajs/framework/types"
import { createStep, createWorkflow, StepResponse, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { planLineShares } from "../domain/line-shares"
import { planPreview } from "../domain/plan-preview"
import { HOUSEHOLD_MODULE, type HouseholdModuleService } from "../modules/household"
import { readPricedVariants, readProducersOf } from "../queries/read-goods"
import { baseOf } from "../queries/weigh"

export interface PreviewBenefit {
  /** `unit_price_fen`, tax included, where an agreement fixes the price; today's price otherwise. */
  items: { variant_id: string; quantity: number; unit_price_fen?: number }[]
}

const previewBenefitsStep = createStep("preview-benefits", async ({ baskets }: { baskets: PreviewBenefit[] }, { container }) =>
  new StepResponse(await previewBaskets(container, baskets, new Date())))

/** Three steps of bulk reading, then the ledger's own rules: the number of queries grows neither with the items nor with the baskets. */
async function previewBaskets(container: MedusaContainer, baskets: PreviewBenefit[], now: Date): Promise<BenefitPreview[]> {
  const ids = new Set(baskets.flatMap(({ items }) => items.map(({ variant_id }) => variant_id)))
  if (ids.size === 0) return baskets.map(() => planPreview([]))
  const variants = new Map((await readPricedVariants(container, { id: [...ids] })).map((variant) => [variant.variant_id, variant]))
  const producers = await readProducersOf(container, [...new Set([...variants.values()].map(({ product_id }) => product_id))], now)
  const module: HouseholdModuleService = container.resolve(HOUSEHOLD_MODULE)
  const linkages = await module.readLinkagesInForce([...new Set(producers.values())], now, now)
  const preview = ({ variant_id, quantity, unit_price_fen }: PreviewBenefit["items"][number]) => {
    const variant = variants.get(variant_id)
    const base_fen = variant && baseOf(variant, quantity, unit_price_fen === undefined ? undefined : (unit_price_fen / 100).toFixed(2))
    if (!variant?.is_published || base_fen == null) throw refusal("invalid_data", "unknown_variant")
    const line = { line_id: variant_id, product_id: variant.product_id, variant_id, producer_id: producers.get(variant.product_id) ?? null, quantity, base_fen }
    return { variant_id, quantity, shares: planLineShares(line, linkages, now) }
  }
  return baskets.map(({ items }) => planPreview(items.map(preview)))
}

/** What each of these baskets would bring if it were bought now, in as many queries as for one. Writes nothing. Error: unknown_variant. */
export const previewBenefitsWorkflow = createWorkflow("preview-benefits", (input: { baskets: PreviewBenefit[] }) => new WorkflowResponse(previewBenefitsStep(input)))

/** What these goods would bring to how many households if they were bought now. Writes nothing. Error: unknown_variant. */
export const previewBenefitWorkflow = createWorkflow("preview-benefit", (input: PreviewBenefit) => {
  const baskets = transform(input, (basket) => [basket])
  const previews = previewBenefitsStep({ baskets })
  return new WorkflowResponse(transform(previews, ([preview]) => preview!))
})

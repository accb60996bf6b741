import { previewBenefitsWorkflow } from "@fupin/benefit/workflows"
import type { BenefitPreview } from "@fupin/contract/schemas"
import type { MedusaContainer } from "@medusajs/framework/types"

export interface PricedLine {
  variant_id: string
  quantity: number
  unit_price_fen: number
}

/** What baskets bought at agreed prices would bring to households, in their order; never in the ledger. One question, however many baskets. */
export async function readExpectedBenefits(container: MedusaContainer, baskets: PricedLine[][]): Promise<BenefitPreview[]> {
  if (baskets.length === 0) return []
  const { result } = await previewBenefitsWorkflow(container).run({ input: { baskets: baskets.map((lines) => ({ items: lines.filter(({ quantity }) => quantity > 0) })) } })
  return result
}

export async function readExpectedBenefit(container: MedusaContainer, lines: PricedLine[]): Promise<BenefitPreview> {
  const [preview] = await readExpectedBenefits(container, [lines])
  return preview!
}

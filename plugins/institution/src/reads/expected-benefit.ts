import { previewBenefitWorkflow } from "@fupin/benefit/workflows"
import type { BenefitPreview } from "@fupin/contract/schemas"
import type { MedusaContainer } from "@medusajs/framework/types"

export interface PricedLine {
  variant_id: string
  quantity: number
  unit_price_fen: number
}

const NOTHING: BenefitPreview = { total_fen: 0, households: 0, lines: [] }

/** What lines bought at agreed prices would bring to households; never in the ledger. */
export async function readExpectedBenefit(container: MedusaContainer, lines: PricedLine[]): Promise<BenefitPreview> {
  const items = lines.filter(({ quantity }) => quantity > 0)
  if (items.length === 0) return NOTHING
  const { result } = await previewBenefitWorkflow(container).run({ input: { items } })
  return result
}

/** The same, asked once for deliveries that carry the same lines: a calendar shows the same basket week after week. */
export function expectedBenefitReader(container: MedusaContainer): (lines: PricedLine[]) => Promise<BenefitPreview> {
  const asked = new Map<string, Promise<BenefitPreview>>()
  return (lines) => {
    const key = lines.map(({ variant_id, quantity, unit_price_fen }) => `${variant_id} ${quantity} ${unit_price_fen}`).sort().join("|")
    const answer = asked.get(key) ?? readExpectedBenefit(container, lines)
    asked.set(key, answer)
    return answer
  }
}

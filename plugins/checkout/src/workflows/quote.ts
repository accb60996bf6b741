import type { Quote } from "@fupin/contract/schemas"
import { previewBenefitWorkflow } from "@fupin/benefit/workflows"
import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { drawUpQuoteStep, type QuoteRequest, type QuoteWithoutBenefit } from "../steps/draw-up-quote"

/** What goods cost today, how they travel, whom they help. */
export const quoteWorkflow = createWorkflow("quote", (request: QuoteRequest) => {
  const quote = drawUpQuoteStep(request)
  const items = transform({ quote, request }, sellableItems)
  const benefit = previewBenefitWorkflow.runAsStep({ input: items })
  return new WorkflowResponse(transform({ quote, benefit }, (known): Quote => ({ ...known.quote, benefit: known.benefit })))
})

/** Where a price is agreed, the benefit is that of the price. */
function sellableItems({ quote, request }: { quote: QuoteWithoutBenefit; request: QuoteRequest }) {
  return { items: quote.lines.filter(({ problem }) => problem === null).map(({ variant_id, quantity, unit_price_fen }) => ({ variant_id, quantity, ...(request.agreed ? { unit_price_fen } : {}) })) }
}

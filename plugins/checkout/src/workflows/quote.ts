import type { Quote } from "@fupin/contract/schemas"
import { previewBenefitWorkflow } from "@fupin/benefit/workflows"
import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { drawUpQuoteStep, type QuoteRequest, type QuoteWithoutBenefit } from "../steps/draw-up-quote"

/** What goods cost today, how they travel, whom they help. */
export const quoteWorkflow = createWorkflow("quote", (request: QuoteRequest) => {
  const quote = drawUpQuoteStep(request)
  const items = transform(quote, sellableItems)
  const benefit = previewBenefitWorkflow.runAsStep({ input: items })
  return new WorkflowResponse(transform({ quote, benefit }, (known): Quote => ({ ...known.quote, benefit: known.benefit })))
})

function sellableItems({ lines }: QuoteWithoutBenefit) {
  return { items: lines.filter(({ problem }) => problem === null).map(({ variant_id, quantity }) => ({ variant_id, quantity })) }
}

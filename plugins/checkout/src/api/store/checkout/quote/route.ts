import { signedInCustomer } from "@fupin/access"
import { Quote, type QuoteInput } from "@fupin/contract/schemas"
import type { MedusaResponse, MedusaStoreRequest } from "@medusajs/framework/http"
import { salesChannelOf } from "../../../../medusa"
import { quoteWorkflow } from "../../../../workflows/quote"

export const POST = async (req: MedusaStoreRequest<QuoteInput>, res: MedusaResponse) => {
  const request = { input: req.validatedBody, customer_id: signedInCustomer(req), sales_channel_id: salesChannelOf(req) }
  const { result } = await quoteWorkflow(req.scope).run({ input: request })
  res.json(Quote.parse(result))
}

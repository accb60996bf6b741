import { signedInCustomer } from "@fupin/access"
import { quoteWorkflow } from "@fupin/checkout/workflows"
import { type GroupBuyQuoteInput, Quote } from "@fupin/contract/schemas"
import type { MedusaResponse, MedusaStoreRequest } from "@medusajs/framework/http"
import { openingPrice } from "../../../../../domain/group-buy/tiers"
import { channelOf, shownGroupBuy } from "../../../../_group-buys"

export const POST = async (req: MedusaStoreRequest<GroupBuyQuoteInput>, res: MedusaResponse) => {
  const { variant_id, tiers } = await shownGroupBuy(req)
  const input = { items: [{ variant_id, quantity: req.validatedBody.quantity }], promo_codes: [] }
  const { result } = await quoteWorkflow(req.scope).run({ input: { input, customer_id: signedInCustomer(req), sales_channel_id: await channelOf(req), agreed: { [variant_id]: openingPrice(tiers) } } })
  res.json(Quote.parse(result))
}

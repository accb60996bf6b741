import { allowed, refusal } from "@fupin/access"
import { fenFromYuan } from "@fupin/contract/money"
import type { CheckoutInput } from "@fupin/contract/schemas"
import type { MedusaContainer } from "@medusajs/framework/types"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { shelfOf } from "../domain/allot-stock"
import { deriveId } from "../domain/ids"
import { type AgreedPrices, decideShipping, goodsFen, planCartLines } from "../domain/plan-cart"
import type { OrderLine, ShippingChoice } from "../domain/place-order"
import { fingerprint } from "../domain/secret-ids"
import { sqlOf } from "../medusa"
import { type Destination, readDestination } from "../reads/read-destination"
import { type Adjustment, readDiscounts } from "../reads/read-discounts"
import { readPrices } from "../reads/read-prices"
import { readLevels, readSellables } from "../reads/read-sellables"
import { readShippingOptions } from "../reads/read-shipping-options"
import { readShop } from "../reads/read-shop"
import { readTaxLines, type TaxLine } from "../reads/read-tax-lines"

export interface CheckoutRequest {
  input: CheckoutInput
  cart_id: string
  customer_id: string | null
  sales_channel_id: string
  /** Terms that hold in place of the shop's own: no promotion comes on top. The metadata goes on to the order. */
  agreed?: { prices: AgreedPrices; metadata: Record<string, unknown> }
}

export interface Amounts {
  goods_fen: number
  shipping_fen: number
  discount_fen: number
  total_fen: number
}

export interface CartDraft {
  request: CheckoutRequest
  input_hash: string
  region_id: string
  currency_code: string
  lines: OrderLine[]
  shipping: ShippingChoice
  shipping_id: string
  destination: Destination
  taxes: Record<string, TaxLine[]>
  adjustments: Adjustment[]
  amounts: Amounts
}

/** A draft to write, or the amounts of the cart that this very request made before. */
export type CheckoutPlan = { kind: "draft"; draft: CartDraft } | { kind: "replay"; amounts: Amounts }

interface Kept {
  input_hash?: string
  amounts?: Amounts
}

/** Checks and prices a purchase with as few round trips as there are kinds of facts; writes nothing. */
export const planCheckoutStep = createStep("plan-checkout", async (request: CheckoutRequest, { container }) => {
  const input_hash = fingerprint(request.input)
  const { rows: [held] } = await sqlOf(container).raw<{ metadata: Kept | null }>(`select metadata from cart where id = ? and deleted_at is null`, [request.cart_id])
  if (!held) return new StepResponse<CheckoutPlan>({ kind: "draft", draft: await draftCart(container, request, input_hash) })
  if (held.metadata?.input_hash !== input_hash || !held.metadata.amounts) throw refusal("conflict", "conflict", "这次结算的内容已经改变，请刷新页面后重新提交")
  return new StepResponse<CheckoutPlan>({ kind: "replay", amounts: held.metadata.amounts })
})

async function draftCart(container: MedusaContainer, request: CheckoutRequest, input_hash: string): Promise<CartDraft> {
  const { input, cart_id, customer_id, sales_channel_id, agreed } = request
  const [shop, sellables, options, destination] = await Promise.all([
    readShop(container), readSellables(container, sales_channel_id, input.items.map(({ variant_id }) => variant_id)),
    readShippingOptions(container, sales_channel_id), readDestination(container, input),
  ])
  if (!shop.payment_providers.includes(input.payment_provider_id)) throw refusal("invalid_data", "unknown_payment_method")
  const { region_id, currency_code } = shop
  const sets = [...sellables.values(), ...options].map(({ price_set_id }) => price_set_id)
  const [prices, levels] = await Promise.all([
    readPrices(container, sets, { region_id, currency_code, ...(customer_id ? { customer_id } : {}) }), readLevels(container, sales_channel_id, sellables.values()),
  ])
  const lines = allowed(planCartLines(cart_id, input.items, { sellables, prices, shelf: shelfOf(levels), ...(agreed ? { agreed: agreed.prices } : {}) }), "not_allowed")
  const priced = options.flatMap((option) => { const price = prices.get(option.price_set_id ?? ""); return price ? [{ ...option, fen: price.fen }] : [] })
  const shipping = allowed(decideShipping(input.shipping_option_id, lines, priced, destination.donation !== null))
  const shipping_id = deriveId("casm", cart_id)
  const question = { codes: input.promo_codes, lines, shipping, shipping_id, region_id, currency_code, customer_id, email: input.email }
  const [taxes, adjustments] = await Promise.all([
    readTaxLines(container, taxables(lines, shipping, shipping_id), destination.division.province.code),
    !agreed && (input.promo_codes.length > 0 || shop.automatic_promotions) ? readDiscounts(container, question) : [],
  ])
  const goods_fen = goodsFen(lines)
  const discount_fen = fenFromYuan(adjustments.reduce((sum, { amount }) => sum + amount, 0))
  const amounts = { goods_fen, shipping_fen: shipping.fen, discount_fen, total_fen: goods_fen + shipping.fen - discount_fen }
  return { request, input_hash, region_id, currency_code, lines, shipping, shipping_id, destination, taxes: Object.fromEntries(taxes), adjustments, amounts }
}

function taxables(lines: OrderLine[], shipping: ShippingChoice, shippingId: string) {
  return [
    ...lines.map(({ line_id, sellable, quantity }) => ({ id: line_id, product_id: sellable.product_id, ...(sellable.type_id ? { product_type_id: sellable.type_id } : {}), quantity })),
    { id: shippingId, shipping_option_id: shipping.id },
  ]
}

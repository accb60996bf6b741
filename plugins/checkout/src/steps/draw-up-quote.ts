import { fenFromYuan } from "@fupin/contract/money"
import type { Quote, QuoteInput } from "@fupin/contract/schemas"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { shelfOf } from "../domain/allot-stock"
import { describeMethods } from "../domain/payment-methods"
import { type AgreedPrices, type CartFacts, goodsFen, mergeItems, planCartLine } from "../domain/plan-cart"
import type { OrderLine } from "../domain/place-order"
import { readDiscounts } from "../reads/read-discounts"
import { readPrices } from "../reads/read-prices"
import { readLevels, readSellables } from "../reads/read-sellables"
import { readShippingOptions } from "../reads/read-shipping-options"
import { readShop } from "../reads/read-shop"

export interface QuoteRequest {
  input: QuoteInput
  customer_id: string | null
  sales_channel_id: string
  /** Prices that hold in place of the shop's own: no promotion comes on top. */
  agreed?: AgreedPrices
}

type Line = Quote["lines"][number]
export type QuoteWithoutBenefit = Omit<Quote, "benefit">

/** Goods at today's prices with what stands against each line, ways to send and to pay. Writes nothing. */
export const drawUpQuoteStep = createStep("draw-up-quote", async ({ input, customer_id, sales_channel_id, agreed }: QuoteRequest, { container }) => {
  const items = mergeItems(input.items)
  const [shop, sellables, options] = await Promise.all([
    readShop(container), readSellables(container, sales_channel_id, items.map(({ variant_id }) => variant_id)), readShippingOptions(container, sales_channel_id),
  ])
  const { region_id, currency_code } = shop
  const sets = [...sellables.values(), ...options].map(({ price_set_id }) => price_set_id)
  const [prices, levels] = await Promise.all([
    readPrices(container, sets, { region_id, currency_code, ...(customer_id ? { customer_id } : {}) }), readLevels(container, sales_channel_id, sellables.values()),
  ])
  const facts = { sellables, prices, shelf: shelfOf(levels), ...(agreed ? { agreed } : {}) }
  const planned = items.map((item) => planCartLine("quote", item, facts))
  const lines = planned.flatMap((line) => (line.ok ? [line.value] : []))
  const question = { codes: input.promo_codes, lines, shipping: null, shipping_id: "", region_id, currency_code, customer_id, email: null }
  const discounts = !agreed && lines.length > 0 && (input.promo_codes.length > 0 || shop.automatic_promotions) ? await readDiscounts(container, question) : []
  return new StepResponse<QuoteWithoutBenefit>({
    lines: planned.map((line, index) => quoteLine(items[index]!, line, facts)),
    goods_fen: goodsFen(lines),
    discount_fen: fenFromYuan(discounts.reduce((sum, { amount }) => sum + amount, 0)),
    shipping_options: options.filter((option) => fits(option.shipping_profile_id, lines)).flatMap(({ id, name, description, price_set_id, is_pickup }) => {
      const price = prices.get(price_set_id ?? "")
      return price ? [{ id, name, description, amount_fen: price.fen, is_pickup }] : []
    }),
    payment_methods: describeMethods(shop.payment_providers),
  })
})

function fits(profileId: string, lines: OrderLine[]): boolean {
  return lines.every(({ sellable }) => !sellable.shipping_profile_id || sellable.shipping_profile_id === profileId)
}

function quoteLine({ variant_id, quantity }: { variant_id: string; quantity: number }, planned: ReturnType<typeof planCartLine>, { sellables, prices, agreed }: CartFacts): Line {
  const sellable = sellables.get(variant_id)
  const unit_price_fen = agreed?.[variant_id] ?? prices.get(sellable?.price_set_id ?? "")?.fen ?? 0
  return {
    variant_id, quantity, unit_price_fen, total_fen: unit_price_fen * quantity,
    product_id: sellable?.product_id ?? "", handle: sellable?.handle ?? "", title: sellable?.title ?? "", specification: sellable?.specification ?? "", thumbnail: sellable?.thumbnail ?? null,
    problem: planned.ok ? null : { code: planned.code, message: planned.message },
  }
}

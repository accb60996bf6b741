import { type Decision, no, yes } from "@fupin/contract/codes"
import type { Fen } from "@fupin/contract/money"
import { allotStock, type Shelf } from "./allot-stock"
import { deriveId } from "./ids"
import { type OrderLine, isQuantity, type ShippingChoice } from "./place-order"
import type { Price, Sellable } from "./sellable"

export interface CartItem {
  variant_id: string
  quantity: number
}

/** Prices in fen by variant that were agreed for these goods, in place of the shop's. Whoever agrees them has set the goods aside. */
export type AgreedPrices = Readonly<Record<string, Fen>>

export interface CartFacts {
  sellables: ReadonlyMap<string, Sellable>
  prices: ReadonlyMap<string, Price>
  shelf: Shelf
  agreed?: AgreedPrices
}

type LineError = "unknown_variant" | "invalid_quantity" | "no_price" | "out_of_stock"

/** The same goods named twice are one line. */
export function mergeItems(items: CartItem[]): CartItem[] {
  const merged = new Map<string, number>()
  for (const { variant_id, quantity } of items) merged.set(variant_id, (merged.get(variant_id) ?? 0) + quantity)
  return [...merged].map(([variant_id, quantity]) => ({ variant_id, quantity }))
}

/** One line at the agreed price or else the shop's, or why it cannot be bought as it stands. */
export function planCartLine(cartId: string, { variant_id, quantity }: CartItem, facts: CartFacts): Decision<OrderLine, LineError> {
  const sellable = facts.sellables.get(variant_id)
  if (!sellable) return no("unknown_variant")
  if (!isQuantity(quantity)) return no("invalid_quantity")
  const agreed_fen = facts.agreed?.[variant_id]
  const price = facts.prices.get(sellable.price_set_id ?? "")
  if (agreed_fen !== undefined) return yes({ line_id: deriveId("cali", cartId, variant_id), sellable, quantity, unit_price_fen: agreed_fen, metadata: {} })
  if (!price?.tax_inclusive) return no("no_price", `“${sellable.title}”暂未定价，请换一件商品`)
  const line = { line_id: deriveId("cali", cartId, variant_id), sellable, quantity, unit_price_fen: price.fen, metadata: {} }
  const allotted = allotStock([line], facts.shelf)
  return allotted.ok ? yes(line) : allotted
}

/** Every line of a cart, or the first reason against it; goods that share stock are counted together. */
export function planCartLines(cartId: string, items: CartItem[], facts: CartFacts): Decision<OrderLine[], LineError> {
  const lines: OrderLine[] = []
  for (const item of mergeItems(items)) {
    const line = planCartLine(cartId, item, facts)
    if (!line.ok) return line
    lines.push(line.value)
  }
  const together = allotStock(lines.filter(({ sellable }) => facts.agreed?.[sellable.variant_id] === undefined), facts.shelf)
  return together.ok ? yes(lines) : together
}

/** Whether goods of these shipping profiles may travel by an option; a gift is brought to whom it is given, never fetched by the buyer. */
export function decideShipping(optionId: string, lines: OrderLine[], options: (ShippingChoice & { shipping_profile_id: string; is_pickup: boolean })[], isGift: boolean): Decision<ShippingChoice, "unknown_shipping_option"> {
  const option = options.find(({ id }) => id === optionId)
  if (!option) return no("unknown_shipping_option")
  if (isGift && option.is_pickup) return no("unknown_shipping_option", `捐赠的货物要送到受赠单位，不能用“${option.name}”，请改选快递`)
  const foreign = lines.find(({ sellable }) => sellable.shipping_profile_id && sellable.shipping_profile_id !== option.shipping_profile_id)
  return foreign ? no("unknown_shipping_option", `“${foreign.sellable.title}”不能用“${option.name}”配送，请重新选择`) : yes(option)
}

export function goodsFen(lines: OrderLine[]): Fen {
  return lines.reduce((sum, { unit_price_fen, quantity }) => sum + unit_price_fen * quantity, 0)
}

import { type Decision, no, yes } from "@fupin/contract/codes"
import type { Fen } from "@fupin/contract/money"
import type { Wanted } from "./allot-stock"
import { deriveId } from "./ids"
import type { Price, Sellable } from "./sellable"

export interface OrderAddress {
  first_name?: string
  last_name?: string
  company?: string
  phone?: string
  country_code: string
  province?: string
  city?: string
  address_1?: string
  address_2?: string
  postal_code?: string
  metadata?: Record<string, unknown>
}

/** An order whose terms are already agreed. The id is chosen by the caller and must not be guessable (HMAC). */
export interface PlaceOrder {
  id: string
  customer_id?: string
  email: string
  region_id: string
  sales_channel_id: string
  shipping_address: OrderAddress
  items: { id?: string; variant_id: string; quantity: number; unit_price_fen?: Fen; metadata?: Record<string, unknown> }[]
  shipping_option_id?: string
  shipping_fen?: Fen
  payment_provider_id: string
  /** When it was placed, ISO 8601; now when absent. Seeds backdate by it. */
  placed_at?: string
  metadata?: Record<string, unknown>
}

export interface ShippingChoice {
  id: string
  name: string
  fen: Fen
  type_id?: string
}

export interface OrderLine extends Wanted {
  unit_price_fen: Fen
  metadata: Record<string, unknown>
}

/** What is to be written for one order. Prices include tax, so the total is goods plus shipping. */
export interface PlannedOrder {
  order: PlaceOrder
  lines: OrderLine[]
  shipping: ShippingChoice | null
  total_fen: Fen
}

export interface OrderFacts {
  sellables: ReadonlyMap<string, Sellable>
  prices: ReadonlyMap<string, Price>
  shipping_options: ReadonlyMap<string, ShippingChoice>
}

type PlanError = "unknown_variant" | "invalid_quantity" | "invalid_price" | "no_price" | "unknown_shipping_option" | "invalid_input"

/** Checks one order's terms and prices its lines: the agreed price where given, else the shop's. */
export function planOrder(order: PlaceOrder, facts: OrderFacts): Decision<PlannedOrder, PlanError> {
  if (order.items.length === 0) return no("invalid_input", "订单里没有商品")
  const lines: OrderLine[] = []
  for (const [index, item] of order.items.entries()) {
    const line = planLine(order.id, index, item, facts)
    if (!line.ok) return line
    lines.push(line.value)
  }
  const shipping = planShipping(order, facts)
  if (!shipping.ok) return shipping
  const goods = lines.reduce((sum, line) => sum + line.unit_price_fen * line.quantity, 0)
  return yes({ order, lines, shipping: shipping.value, total_fen: goods + (shipping.value?.fen ?? 0) })
}

function planLine(orderId: string, index: number, item: PlaceOrder["items"][number], facts: OrderFacts): Decision<OrderLine, PlanError> {
  const sellable = facts.sellables.get(item.variant_id)
  if (!sellable) return no("unknown_variant")
  if (!isQuantity(item.quantity)) return no("invalid_quantity")
  const unit_price_fen = item.unit_price_fen ?? facts.prices.get(sellable.price_set_id ?? "")?.fen
  if (unit_price_fen === undefined) return no("no_price", `“${sellable.title}”暂未定价`)
  if (!isFen(unit_price_fen)) return no("invalid_price")
  return yes({ line_id: item.id ?? deriveId("ordli", orderId, index), sellable, quantity: item.quantity, unit_price_fen, metadata: item.metadata ?? {} })
}

function planShipping(order: PlaceOrder, facts: OrderFacts): Decision<ShippingChoice | null, PlanError> {
  if (order.shipping_fen !== undefined && !isFen(order.shipping_fen)) return no("invalid_price")
  if (!order.shipping_option_id) return order.shipping_fen ? no("unknown_shipping_option") : yes(null)
  const option = facts.shipping_options.get(order.shipping_option_id)
  if (!option) return no("unknown_shipping_option")
  return yes({ ...option, fen: order.shipping_fen ?? option.fen })
}

export function isQuantity(quantity: number): boolean {
  return Number.isInteger(quantity) && quantity >= 1 && quantity <= 9999
}

function isFen(amount: number): boolean {
  return Number.isSafeInteger(amount) && amount >= 0
}

import type { SaleSource } from "@fupin/contract/schemas"

/** Decimal yuan as text, exactly as core stores it ("2.0979"). */
export type Yuan = string

export interface Discount {
  amount: Yuan
  is_tax_inclusive: boolean
  /** A discount that the platform or a government bears does not reduce the base. */
  borne_by: "producer" | "other"
}

/** A line or a shipping method as some version of the order has it. */
export interface Terms {
  quantity: number
  unit_price: Yuan
  is_tax_inclusive: boolean
  /** Sum of the tax rates, in percent: "9". */
  tax_rate: Yuan
  discounts: Discount[]
}

export interface LineFacts {
  line_id: string
  product_id: string | null
  variant_id: string | null
  /** Who sold it when the order was placed. */
  producer_id: string | null
  /** Under which heading the sale is counted. */
  source?: SaleSource
  /** At the order's version; quantity 0 when it was edited away. */
  live: Terms
  /** Earlier versions of the line. */
  earlier: Terms[]
  /** Items that came back or were written off. */
  returned_quantity: number
}

export interface MoneyFact {
  /** Of the capture or refund. */
  id: string
  amount: Yuan
  at: Date
}

export interface RefundFact extends MoneyFact {
  /** What the refund is for, when somebody said so. */
  lines: { line_item_id: string; amount_fen: number }[]
  /** The households keep their benefit in spite of it, from this moment on; who bears it owes it instead of the producer. */
  kept?: { from: Date; bearer: Bearer } | null
}

export type Bearer = "producer" | "carrier" | "platform"

/** Goods accepted, or delivered long enough ago: from `at` on this counts. Of both, the larger quantity counts. */
export interface AcceptanceFact {
  id: string
  kind: "accepted" | "delivered"
  line_item_id: string
  quantity: number
  at: Date
}

/** All that the ledger knows of an order. Captures and refunds are those of confirmed payment collections. */
export interface OrderFacts {
  order_id: string
  placed_at: Date
  version: number
  /** When the order came to this version. */
  version_at: Date
  lines: LineFacts[]
  shipping: Terms[]
  captures: MoneyFact[]
  refunds: RefundFact[]
  acceptances: AcceptanceFact[]
}

import type { Fen } from "@fupin/contract/money"

/** A variant that may be sold in a channel, with all that an order line copies of it. */
export interface Sellable {
  variant_id: string
  product_id: string
  handle: string
  title: string
  subtitle: string | null
  description: string | null
  specification: string
  sku: string | null
  barcode: string | null
  thumbnail: string | null
  discountable: boolean
  collection_id: string | null
  type_id: string | null
  shipping_profile_id: string | null
  price_set_id: string | null
  manage_inventory: boolean
  allow_backorder: boolean
  /** What one piece takes from stock. */
  parts: { inventory_item_id: string; required_quantity: number }[]
}

/** Goods of one inventory item at one location: on hand less live reservations. */
export interface Level {
  inventory_item_id: string
  location_id: string
  available: number
}

export interface Price {
  fen: Fen
  /** Decimal yuan as core keeps it; equal to `fen` where the price has no fraction of a fen. */
  yuan: number
  tax_inclusive: boolean
}

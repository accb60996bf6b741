import { type Decision, no, yes } from "@fupin/contract/codes"

/** What may be invoiced of an order: what is due for it, less what live invoices cover. */
export interface InvoiceableOrder {
  order_id: string
  /** What it belongs to: a campaign, for one. */
  about_id: string
  organisation_id: string
  seller_id: string
  due_fen: number
  invoiced_fen: number
}

export interface InvoiceParts {
  orders: { order_id: string; amount_fen?: number }[]
  /** Every order that a campaign has with the seller. */
  campaigns: { campaign_id: string; seller_id: string; amount_fen?: number }[]
}

interface Line {
  order_id: string
  amount_fen: number
}

export const leftOf = ({ due_fen, invoiced_fen }: Pick<InvoiceableOrder, "due_fen" | "invoiced_fen">): number => Math.max(0, due_fen - invoiced_fen)

/**
 * The lines of one invoice of one seller: several orders and campaigns, each in whole (what is not invoiced yet) or in part.
 * Errors: not_found for what is not the organisation's, duplicate_line, invoice_sellers_differ, invoice_exceeds_due.
 */
export function planInvoice(organisation_id: string, asked: InvoiceParts, orders: InvoiceableOrder[]):
Decision<{ seller_id: string; lines: Line[] }, "not_found" | "duplicate_line" | "invoice_sellers_differ" | "invoice_exceeds_due"> {
  const mine = orders.filter((order) => order.organisation_id === organisation_id)
  const parts = [
    ...asked.orders.map(({ order_id, amount_fen }) => ({ amount_fen, of: mine.filter((one) => one.order_id === order_id) })),
    ...asked.campaigns.map(({ campaign_id, seller_id, amount_fen }) => ({ amount_fen, of: mine.filter((one) => one.about_id === campaign_id && one.seller_id === seller_id) })),
  ].map(({ amount_fen, of }) => ({ of, left_fen: sumOf(of), amount_fen: amount_fen ?? sumOf(of) }))
  if (parts.some(({ of }) => of.length === 0)) return no("not_found")
  const held = parts.flatMap(({ of }) => of)
  if (new Set(held.map(({ order_id }) => order_id)).size !== held.length) return no("duplicate_line")
  const [seller_id, ...others] = new Set(held.map((order) => order.seller_id))
  if (seller_id === undefined || others.length > 0) return no("invoice_sellers_differ")
  if (parts.some(({ amount_fen, left_fen }) => amount_fen <= 0 || amount_fen > left_fen)) return no("invoice_exceeds_due")
  return yes({ seller_id, lines: parts.flatMap(({ of, amount_fen }) => fill(of, amount_fen)) })
}

const sumOf = (orders: InvoiceableOrder[]): number => orders.reduce((sum, order) => sum + leftOf(order), 0)

/** The amount, laid on one order after the other as far as each reaches. */
function fill(orders: InvoiceableOrder[], amount_fen: number): Line[] {
  let rest = amount_fen
  return orders.flatMap((order) => {
    const taken = Math.min(rest, leftOf(order))
    rest -= taken
    return taken > 0 ? [{ order_id: order.order_id, amount_fen: taken }] : []
  })
}

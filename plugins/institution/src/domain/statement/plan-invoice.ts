import { type Decision, no, yes } from "@fupin/contract/codes"

/** What may be invoiced of an order: what is due for it, less what live invoices cover. */
export interface InvoiceableOrder {
  order_id: string
  organisation_id: string
  seller_id: string
  due_fen: number
  invoiced_fen: number
}

/**
 * The lines of one invoice: several orders of one seller, each in whole (what is not invoiced yet) or in part.
 * Errors: not_found for an order that is not the organisation's, invoice_sellers_differ, invoice_exceeds_due.
 */
export function planInvoice(organisation_id: string, asked: { order_id: string; amount_fen?: number }[], orders: InvoiceableOrder[]):
Decision<{ seller_id: string; lines: { order_id: string; amount_fen: number }[] }, "not_found" | "duplicate_line" | "invoice_sellers_differ" | "invoice_exceeds_due"> {
  if (new Set(asked.map(({ order_id }) => order_id)).size !== asked.length) return no("duplicate_line")
  const held = asked.map(({ order_id }) => orders.find((one) => one.order_id === order_id && one.organisation_id === organisation_id))
  if (held.some((order) => order === undefined)) return no("not_found")
  const sellers = [...new Set(held.map((order) => order!.seller_id))]
  if (sellers.length !== 1) return no("invoice_sellers_differ")
  const lines = asked.map(({ order_id, amount_fen }, place) => ({ order_id, amount_fen: amount_fen ?? held[place]!.due_fen - held[place]!.invoiced_fen }))
  const isWithin = lines.every(({ amount_fen }, place) => amount_fen > 0 && amount_fen <= held[place]!.due_fen - held[place]!.invoiced_fen)
  return isWithin ? yes({ seller_id: sellers[0]!, lines }) : no("invoice_exceeds_due")
}

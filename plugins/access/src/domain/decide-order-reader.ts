import { type Decision, no, yes } from "@fupin/contract/codes"

/** Whose an order or cart is. */
export interface Ownership {
  customer_id: string | null
  /** Whether that customer has an account; guests do not. */
  registered: boolean
  organisation_id: string | null
}

export interface Reader {
  /** The signed-in customer, if any. */
  customer_id: string | null
  /** Organisations of which the reader is a verified member now. */
  organisation_ids: string[]
}

/**
 * Whether an order answers to this session (invariant 10): an organisation's to its members, a registered customer's to
 * that customer, a guest's to whoever knows its unguessable id. Error: not_found, so that nobody learns that it exists.
 */
export function decideOrderReader(order: Ownership, reader: Reader): Decision<true, "not_found"> {
  if (order.organisation_id) return reader.organisation_ids.includes(order.organisation_id) ? yes(true) : no("not_found")
  if (!order.registered) return yes(true)
  return order.customer_id === reader.customer_id ? yes(true) : no("not_found")
}

import { type Decision, no, yes } from "@fupin/contract/codes"

/** Whose an order or cart is. */
export interface Ownership {
  customer_id: string | null
  /** Whether that customer has an account; guests do not. */
  registered: boolean
  organisation_id: string | null
  /** It goes to the homes of a union's members, and carries their names and addresses. */
  names_people: boolean
}

export interface Reader {
  /** The signed-in customer, if any. */
  customer_id: string | null
  /** What the reader is, verified and now, in which organisations. */
  memberships: { organisation_id: string; role: string }[]
}

/** Who organises a campaign and who hands it out; others of the unit see its figures. */
const SEES_NAMES = ["buyer", "receiver"]

/**
 * Whether an order answers to this session (invariant 10): an organisation's to its members, a registered customer's to
 * that customer, a guest's to whoever knows its unguessable id. Error: not_found, so that nobody learns that it exists.
 */
export function decideOrderReader(order: Ownership, reader: Reader): Decision<true, "not_found"> {
  if (order.organisation_id) {
    const roles = reader.memberships.filter(({ organisation_id }) => organisation_id === order.organisation_id).map(({ role }) => role)
    return roles.some((role) => !order.names_people || SEES_NAMES.includes(role)) ? yes(true) : no("not_found")
  }
  if (!order.registered) return yes(true)
  return order.customer_id === reader.customer_id ? yes(true) : no("not_found")
}

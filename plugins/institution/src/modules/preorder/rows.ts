import { refusal } from "@fupin/access"
import type { PreorderContractState, PreorderDelivery, PreorderOfferState, PreorderRule, PurchaseReason, SignedScan } from "@fupin/contract/schemas"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { rowsOf } from "../campaign/sql"

export interface OfferRow {
  id: string
  title: string
  note: string
  variant_id: string
  producer_id: string
  region_code: string
  price_fen: number
  expected_yield: number
  book_by: string
  harvest_from: string
  harvest_to: string
  rule: PreorderRule
  state: PreorderOfferState
  reason: string | null
  actual_yield: number | null
  harvest_reason: string | null
  harvest_by: string | null
  confirmed_at: Date | null
  answer_by: string | null
  shared_at: Date | null
  /** Booked by contracts that were not ended. */
  booked: number
}

export interface PaymentRow {
  id: string
  amount_fen: number
  reference: string
  received_on: string
  /** Taken for goods, or about to be. */
  applied_fen: number
}

export interface DeliveryRow {
  id: string
  sequence: number
  quantity: number
  deliver_on: string
  state: PreorderDelivery["state"]
  problem: string | null
  order_id: string
  line_item_id: string
  laid_by: string
  accepted: number | null
  reason: string | null
  accepted_at: string | null
  applied_fen: number
}

export interface ApplicationRow {
  id: string
  payment_id: string
  delivery_id: string
  amount_fen: number
  on_day: string
  actor_id: string
  is_booked: boolean
}

export interface ContractRow {
  id: string
  number: string | null
  offer_id: string
  organisation_id: string
  customer_id: string
  is_preferred: boolean
  booked: number
  price_fen: number
  rule: PreorderRule
  delivery: { name: string; county_code: string; detail: string }
  delivery_phone_sealed: string
  /** Why it is bought; null: as the unit says of all it buys. */
  reason: PurchaseReason | null
  state: PreorderContractState
  ended_reason: string | null
  booked_at: Date
  signed_on: string | null
  allotted: number | null
  wants_more: number | null
  extra: number
  payments: PaymentRow[]
  paybacks: { amount_fen: number; reference: string; paid_on: string; actor_id: string }[]
  deliveries: DeliveryRow[]
  applications: ApplicationRow[]
  /** The newest paper that both sides signed. */
  scan: SignedScan | null
}

const OFFER = `select o.id, o.title, o.note, o.variant_id, o.producer_id, o.region_code, o.price_fen::float8 as price_fen, o.expected_yield, o.book_by, o.harvest_from, o.harvest_to, o.rule, o.state, o.reason, o.actual_yield, o.harvest_reason,
  o.harvest_by, o.confirmed_at, o.answer_by, o.shared_at, coalesce((select sum(c.booked) from preorder_contract c where c.offer_id = o.id and c.state in ('requested', 'running', 'done')), 0)::integer as booked from preorder_offer o`

const list = (columns: string, from: string, order: string) => `coalesce((select jsonb_agg(jsonb_build_object(${columns}) order by ${order}) from ${from}), '[]')`
const APPLIED = (column: string, id: string) => `(select coalesce(sum(a.amount_fen), 0) from preorder_application a where a.${column} = ${id} and a.released_at is null)`

const CONTRACT = `select c.id, c.number, c.offer_id, c.organisation_id, c.customer_id, c.is_preferred, c.booked, c.price_fen::float8 as price_fen, c.rule, c.delivery, c.delivery_phone_sealed, c.reason, c.state, c.ended_reason, c.booked_at, c.signed_on,
  c.allotted, c.wants_more, c.extra,
  ${list(`'id', p.id, 'amount_fen', p.amount_fen, 'reference', p.reference, 'received_on', p.received_on, 'applied_fen', ${APPLIED("payment_id", "p.id")}`, "preorder_payment p where p.contract_id = c.id", "p.received_on, p.at, p.id")} as payments,
  ${list("'amount_fen', b.amount_fen, 'reference', b.reference, 'paid_on', b.paid_on, 'actor_id', b.actor_id", "preorder_payback b where b.contract_id = c.id", "b.at")} as paybacks,
  ${list(`'id', d.id, 'sequence', d.sequence, 'quantity', d.quantity, 'deliver_on', d.deliver_on, 'state', d.state, 'problem', d.problem, 'order_id', d.order_id, 'line_item_id', d.line_item_id, 'laid_by', d.laid_by,
    'accepted', d.accepted, 'reason', d.reason, 'accepted_at', d.accepted_at, 'applied_fen', ${APPLIED("delivery_id", "d.id")}`, "preorder_delivery d where d.contract_id = c.id", "d.sequence")} as deliveries,
  ${list("'id', a.id::text, 'payment_id', a.payment_id, 'delivery_id', a.delivery_id, 'amount_fen', a.amount_fen, 'on_day', a.on_day, 'actor_id', a.actor_id, 'is_booked', a.booked_at is not null",
    "preorder_application a join preorder_payment y on y.id = a.payment_id where y.contract_id = c.id and a.released_at is null", "a.id")} as applications,
  (select jsonb_build_object('sha256', x.sha256, 'media_type', x.media_type, 'bytes', x.bytes, 'uploaded_at', x.uploaded_at) from preorder_scan x where x.contract_id = c.id order by x.uploaded_at desc limit 1) as scan
  from preorder_contract c`

export type OfferFilter = { ids: string[] } | { states: PreorderOfferState[] } | { producer_id: string }
export type ContractFilter = { ids: string[] } | { offer_ids: string[] } | { organisation_ids: string[] } | { numbers: string[] } | { delivery_id: string } | { states: PreorderContractState[] }

/** Offers, those whose harvest comes first in front. */
export async function readOffers(connection: Knex, filter: OfferFilter): Promise<OfferRow[]> {
  return await rowsOf(connection, `${OFFER} where ${"ids" in filter ? "o.id = any(:ids)" : "states" in filter ? "o.state = any(:states)" : "o.producer_id = :producer_id"} order by o.harvest_from, o.id`, { ...filter })
}

const CONTRACTS = {
  ids: "c.id = any(:ids)", offer_ids: "c.offer_id = any(:offer_ids)", organisation_ids: "c.organisation_id = any(:organisation_ids)", numbers: "c.number = any(:numbers)",
  delivery_id: "c.id = (select d.contract_id from preorder_delivery d where d.id = :delivery_id)", states: "c.state = any(:states)",
} as const

/** Contracts with their whole book in one query; the newest in front. */
export async function readContracts(connection: Knex, filter: ContractFilter): Promise<ContractRow[]> {
  const by = Object.keys(filter)[0] as keyof typeof CONTRACTS
  return await rowsOf(connection, `${CONTRACT} where ${CONTRACTS[by]} order by c.booked_at desc, c.id`, { ...filter })
}

export interface Held {
  offer: OfferRow
  contracts: ContractRow[]
}

/** An offer with all of its contracts under its lock: every act on any of them takes it. Error: not_found. */
export async function lockOffer(transaction: Knex, id: string): Promise<Held> {
  if ((await rowsOf(transaction, "select 1 from preorder_offer where id = :id for update", { id })).length === 0) throw refusal("not_found", "not_found")
  const [offer] = await readOffers(transaction, { ids: [id] })
  return { offer: offer!, contracts: await readContracts(transaction, { offer_ids: [id] }) }
}

/** A contract with its offer under the offer's lock. Error: not_found. */
export async function lockContract(transaction: Knex, filter: { ids: string[] } | { delivery_id: string }): Promise<{ offer: OfferRow; contract: ContractRow }> {
  const [found] = await readContracts(transaction, filter)
  if (!found) throw refusal("not_found", "not_found")
  const { offer, contracts } = await lockOffer(transaction, found.offer_id)
  return { offer, contract: contracts.find(({ id }) => id === found.id)! }
}

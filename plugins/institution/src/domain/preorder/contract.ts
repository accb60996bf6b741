import { type Decision, no, yes } from "@fupin/contract/codes"
import type { PreorderContractState, PreorderDelivery, PreorderOfferState, PreorderRule } from "@fupin/contract/schemas"
import { addDays, businessDay, later } from "../business-day"
import { mayWithdraw, mostMore } from "./allot"
import { type Money, openOf } from "./book"
import { coverSteps, dueBy, planSteps, type Step } from "./schedule"

/** What rules read of an offer. */
export interface OfferFacts {
  state: PreorderOfferState
  book_by: string
  expected_yield: number
  booked: number
  answer_by: string | null
  shared_at: Date | null
}

export interface DeliveryFacts {
  sequence: number
  quantity: number
  deliver_on: string
  state: PreorderDelivery["state"]
  accepted: number | null
  accepted_at: string | null
}

/** What rules read of a contract. */
export interface ContractFacts {
  state: PreorderContractState
  booked: number
  price_fen: number
  rule: PreorderRule
  booked_at: Date
  signed_on: string | null
  allotted: number | null
  extra: number
  payments: readonly { amount_fen: number }[]
  paybacks: readonly { amount_fen: number }[]
  deliveries: readonly DeliveryFacts[]
}

const sumOf = (entries: readonly { amount_fen: number }[]): number => entries.reduce((sum, { amount_fen }) => sum + amount_fen, 0)

export const isBookable = ({ state, book_by, expected_yield, booked }: OfferFacts, today: string): boolean => state === "open" && today <= book_by && booked < expected_yield

/** Whether so many can be booked on `today`. Errors: preorder_not_open, preorder_full. */
export function decideBooking(offer: OfferFacts, quantity: number, today: string): Decision<true, "preorder_not_open" | "preorder_full"> {
  if (offer.state !== "open" || today > offer.book_by) return no("preorder_not_open")
  const left = offer.expected_yield - offer.booked
  return quantity > left ? no("preorder_full", left > 0 ? `预计产量只剩 ${left} 份可认购，请减少数量` : undefined) : yes(true)
}

/** How many the contract is for: what was booked, then what the harvest gave and the unit took beside it. */
export const quantityOf = ({ booked, allotted, extra }: Pick<ContractFacts, "booked" | "allotted" | "extra">): number => (allotted ?? booked) + extra

export const acceptedOf = ({ deliveries }: Pick<ContractFacts, "deliveries">): number => deliveries.reduce((sum, { accepted }) => sum + (accepted ?? 0), 0)

/** Delivered, or on the way; what was turned away may be delivered again. */
const deliveredOf = ({ deliveries }: ContractFacts): number => deliveries.reduce((sum, { state, quantity, accepted }) => sum + (state === "called_off" ? 0 : accepted ?? quantity), 0)

export const hasDeliveries = ({ deliveries }: ContractFacts): boolean => deliveries.some(({ state }) => state !== "called_off")

export const moneyOf = (contract: ContractFacts): Money => ({
  state: contract.state, total_fen: quantityOf(contract) * contract.price_fen, accepted_fen: acceptedOf(contract) * contract.price_fen, received_fen: sumOf(contract.payments), paid_back_fen: sumOf(contract.paybacks),
})

/** The advances of a contract as it stands; one that is not signed yet is shown as if it were signed when it was booked. */
export const stepsOf = (contract: ContractFacts): Step[] => planSteps(contract.rule, quantityOf(contract) * contract.price_fen, contract.signed_on ?? businessDay(contract.booked_at))

/** What is missing today in fen: advances that are due, and everything that was accepted. */
export function dueOn(contract: ContractFacts, today: string): number {
  const money = moneyOf(contract)
  const due_fen = contract.state === "running" ? Math.max(dueBy(stepsOf(contract), today), money.accepted_fen) : contract.state === "done" ? money.accepted_fen : 0
  return Math.max(0, Math.min(openOf(money), due_fen - (money.received_fen - money.paid_back_fen)))
}

/** What to pay next: what is missing today, else the next advance. */
export function payNext(contract: ContractFacts, today: string): number {
  const { received_fen, paid_back_fen } = moneyOf(contract)
  const open = coverSteps(stepsOf(contract), received_fen - paid_back_fen, today).find(({ due_on, amount_fen, paid_fen }) => due_on !== null && paid_fen < amount_fen)
  return dueOn(contract, later(today, open?.due_on ?? today))
}

/** The day by which the balance is to be paid: so long after the last acceptance; null before. */
export function balanceDueOn({ deliveries, rule }: Pick<ContractFacts, "deliveries" | "rule">): string | null {
  const last = deliveries.flatMap(({ accepted_at }) => accepted_at ?? []).sort().at(-1)
  return last ? addDays(businessDay(new Date(last)), rule.balance_days) : null
}

const isAnswering = (offer: OfferFacts, contract: ContractFacts, today: string): boolean =>
  offer.state === "harvested" && offer.shared_at === null && offer.answer_by !== null && today <= offer.answer_by && contract.state === "running" && contract.allotted !== null

/** Whether the unit may withdraw on `today`: cut by more than the tolerance, in time, and nothing delivered. */
export const canWithdraw = (offer: OfferFacts, contract: ContractFacts, today: string): boolean =>
  isAnswering(offer, contract, today) && !hasDeliveries(contract) && mayWithdraw(contract.booked, contract.allotted!, contract.rule)

/** How many more the unit may ask for on `today`. */
export const canTakeMore = (offer: OfferFacts, contract: ContractFacts, today: string): number => (isAnswering(offer, contract, today) ? mostMore(contract.booked, contract.allotted!, contract.rule) : 0)

/** Before any money arrived, and before the harvest. */
export const canCancel = (offer: OfferFacts, contract: ContractFacts): boolean =>
  offer.state === "open" && (contract.state === "requested" || (contract.state === "running" && moneyOf(contract).received_fen === moneyOf(contract).paid_back_fen))

type DeliveryError = "preorder_state" | "preorder_delivery_sequence" | "preorder_above_allotted" | "preorder_waits_answer"

/** Whether the next batch can be laid down; "again" when it is there already. */
export function decideDelivery(offer: OfferFacts, contract: ContractFacts & { wants_more: number | null }, wanted: Pick<DeliveryFacts, "sequence" | "quantity" | "deliver_on">, today: string): Decision<"new" | "again", DeliveryError> {
  const held = contract.deliveries.find(({ sequence }) => sequence === wanted.sequence)
  if (held) return held.quantity === wanted.quantity && held.deliver_on === wanted.deliver_on ? yes("again") : no("preorder_delivery_sequence")
  if (contract.state !== "running" || offer.state !== "harvested") return no("preorder_state")
  if (wanted.sequence !== contract.deliveries.length + 1) return no("preorder_delivery_sequence")
  if (canWithdraw(offer, contract, today) && contract.wants_more === null) return no("preorder_waits_answer")
  const left = quantityOf(contract) - deliveredOf(contract)
  return wanted.quantity > left ? no("preorder_above_allotted", `该合同还有 ${left} 份可以交付，请减少数量`) : yes("new")
}

/** Whether its advances may still become payment: a step was begun, or there is money that was not taken and goods that were accepted. */
export function waitsForMoney(contract: Pick<ContractFacts, "paybacks" | "price_fen"> & { payments: readonly { amount_fen: number; applied_fen: number }[]; deliveries: readonly { accepted: number | null; applied_fen: number }[]; applications: readonly { is_booked: boolean }[] }): boolean {
  const { payments, paybacks, deliveries, applications, price_fen } = contract
  const free_fen = payments.reduce((sum, { amount_fen, applied_fen }) => sum + amount_fen - applied_fen, 0) - sumOf(paybacks)
  return applications.some(({ is_booked }) => !is_booked) || (free_fen > 0 && deliveries.some(({ accepted, applied_fen }) => (accepted ?? 0) * price_fen > applied_fen))
}

/** Everything was delivered, accepted and paid, and nothing can be added any more. */
export function isComplete(offer: OfferFacts, contract: ContractFacts): boolean {
  const { received_fen, paid_back_fen, accepted_fen } = moneyOf(contract)
  return contract.state === "running" && offer.shared_at !== null && acceptedOf(contract) === quantityOf(contract) && received_fen - paid_back_fen >= accepted_fen
}

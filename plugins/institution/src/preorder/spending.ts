import { refusal } from "@fupin/access"
import type { MedusaContainer } from "@medusajs/framework/types"
import { moneyOf } from "../domain/preorder/contract"
import { worthOf } from "../domain/preorder/book"
import type { ContractRow, OfferRow } from "../modules/preorder/service"
import { type Purchase, releaseSpending, reserveSpending, type Verdict } from "../spending"

const KEY = "preorder:"
export const contractKey = (id: string): string => `${KEY}${id}`
const moreKey = (id: string): string => `preorder-more:${id}`

/** The contract that a key of the gate names; null when it names something else. */
export const contractOf = (key: string): string | null => (key.startsWith(KEY) ? key.slice(KEY.length) : null)

function purchaseOf({ offer, contract }: { offer: OfferRow; contract: ContractRow }, key: string, quantity: number, amount_fen: number): Purchase {
  const { organisation_id, price_fen, customer_id } = contract
  return { key, organisation_id, amount_fen, kind: "delivery", on: offer.harvest_from, title: `预购：${offer.title}`, lines: [{ variant_id: offer.variant_id, quantity, unit_price_fen: price_fen }], asked_by: [customer_id] }
}

/** What a contract books, at the one gate of all purchases; it takes the budget of the year of harvest. */
export async function askGate(container: MedusaContainer, held: { offer: OfferRow; contract: ContractRow }): Promise<Verdict> {
  const { id, booked, price_fen } = held.contract
  const key = contractKey(id)
  return (await reserveSpending(container, [purchaseOf(held, key, booked, booked * price_fen)])).get(key)!
}

/** What a unit would take beside it passes the gate as a purchase of its own. Errors: those of the gate. */
export async function reserveMore(container: MedusaContainer, held: { offer: OfferRow; contract: ContractRow }, quantity: number): Promise<void> {
  const key = moreKey(held.contract.id)
  if (quantity === 0) return await releaseSpending(container, [key])
  const verdict = (await reserveSpending(container, [purchaseOf(held, key, quantity, quantity * held.contract.price_fen)])).get(key)!
  if (!verdict.ok) throw refusal("not_allowed", verdict.code, verdict.code === "approval_needed" ? "已提交单位审批；批准后请在答复期内再提交一次" : verdict.message)
}

/** What is reserved beyond the booking itself, for so many more than allotted. */
export const beyondBooking = ({ booked, allotted }: Pick<ContractRow, "booked" | "allotted">, more: number): number => Math.max(0, (allotted ?? booked) + more - booked)

/** What the harvest, or the end of a contract, left unused is free again in the units' budgets once nobody can answer any more; again changes nothing. As many queries for all as for one. */
export async function lowerSpending(container: MedusaContainer, held: { offer: OfferRow; contract: ContractRow }[]): Promise<void> {
  const wanted = held.flatMap(wantedOf)
  await releaseSpending(container, wanted.filter(({ amount_fen }) => amount_fen === 0).map(({ key }) => key))
  await reserveSpending(container, wanted.filter(({ amount_fen }) => amount_fen > 0))
}

/** What a contract still wants of what is reserved for it: for its booking, and for what the unit took beside it. */
function wantedOf(held: { offer: OfferRow; contract: ContractRow }): Purchase[] {
  const { contract, offer } = held
  if (contract.state === "requested" || (contract.state === "running" && offer.shared_at === null)) return []
  const worth_fen = worthOf(moneyOf(contract))
  const booked_fen = contract.booked * contract.price_fen
  const beyond = beyondBooking(contract, contract.wants_more ?? 0)
  return [
    purchaseOf(held, contractKey(contract.id), contract.booked, Math.min(booked_fen, worth_fen)),
    ...(beyond > 0 ? [purchaseOf(held, moreKey(contract.id), beyond, Math.max(0, worth_fen - booked_fen))] : []),
  ]
}

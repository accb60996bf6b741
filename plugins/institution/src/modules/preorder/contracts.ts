import { allowed, refusal } from "@fupin/access"
import type { PreorderContractState } from "@fupin/contract/schemas"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { businessDay } from "../../domain/business-day"
import { canCancel, canTakeMore, canWithdraw, decideBooking, isComplete, stepsOf } from "../../domain/preorder/contract"
import type { Step } from "../../domain/preorder/schedule"
import { checkedNumber } from "../../domain/statement/number"
import { insertRows, rowsOf } from "../campaign/sql"
import { type ContractRow, lockContract, lockOffer } from "./rows"

export type NewContract = Pick<ContractRow, "id" | "offer_id" | "organisation_id" | "customer_id" | "is_preferred" | "booked" | "delivery" | "delivery_phone_sealed" | "reason">

/** Books, or finds what the same click booked. The quantity is held from here on. Errors: not_found, conflict, those of `decideBooking`. */
export async function book(transaction: Knex, contract: NewContract, at: Date): Promise<void> {
  const { offer, contracts } = await lockOffer(transaction, contract.offer_id)
  const held = contracts.find(({ id }) => id === contract.id)
  if (held && (held.booked !== contract.booked || held.organisation_id !== contract.organisation_id)) throw refusal("conflict", "conflict")
  if (held) return
  allowed(decideBooking(offer, contract.booked, businessDay(at)), "not_allowed")
  await transaction("preorder_contract").insert({ ...contract, delivery: JSON.stringify(contract.delivery), price_fen: offer.price_fen, rule: JSON.stringify(offer.rule), booked_at: at })
}

/** The unit's gate was passed: the contract gets its number and its advances their days. Again changes nothing. Error: not_found, preorder_state. */
export async function sign(transaction: Knex, id: string, at: Date): Promise<void> {
  const { offer, contract } = await lockContract(transaction, { ids: [id] })
  if (contract.state !== "requested") return
  if (offer.state !== "open") throw refusal("conflict", "preorder_state")
  const signed_on = businessDay(at)
  const month = signed_on.slice(0, 7)
  const [counter] = await rowsOf<{ last: number }>(transaction, "insert into preorder_counter (month, last) values (:month, 1) on conflict (month) do update set last = preorder_counter.last + 1 returning last", { month })
  await transaction("preorder_contract").where({ id }).update({ state: "running", number: checkedNumber("YG", month, counter!.last), signed_on, moved_at: at })
  await writeSteps(transaction, id, stepsOf({ ...contract, signed_on }))
}

export async function writeSteps(transaction: Knex, contract_id: string, steps: readonly Step[]): Promise<void> {
  await transaction("preorder_step").where({ contract_id }).delete()
  await insertRows(transaction, "preorder_step", { contract_id: "text", place: "integer", kind: "text", due_on: "text", amount_fen: "bigint" }, steps.map((step, place) => ({ contract_id, place, ...step })))
}

export async function end(transaction: Knex, id: string, state: PreorderContractState, ended_reason: string): Promise<void> {
  await transaction("preorder_contract").where({ id }).whereIn("state", ["requested", "running"]).update({ state, ended_reason, moved_at: transaction.fn.now() })
}

/** What was never signed comes to nothing. */
export async function drop(connection: Knex, id: string, ended_reason: string): Promise<void> {
  await connection("preorder_contract").where({ id, state: "requested" }).update({ state: "cancelled", ended_reason, moved_at: connection.fn.now() })
}

/** Before any money arrived; again changes nothing. Errors: not_found, preorder_cannot_cancel. */
export async function cancelContract(transaction: Knex, id: string, reason: string): Promise<void> {
  const { offer, contract } = await lockContract(transaction, { ids: [id] })
  if (contract.state === "cancelled") return
  if (!canCancel(offer, contract)) throw refusal("not_allowed", "preorder_cannot_cancel")
  await end(transaction, id, "cancelled", reason)
}

/** Cut by more than the tolerance; again changes nothing. Errors: not_found, preorder_cannot_withdraw. */
export async function withdraw(transaction: Knex, id: string, at: Date): Promise<void> {
  const { offer, contract } = await lockContract(transaction, { ids: [id] })
  if (contract.state === "withdrawn") return
  if (!canWithdraw(offer, contract, businessDay(at))) throw refusal("not_allowed", "preorder_cannot_withdraw")
  await end(transaction, id, "withdrawn", "减产超过约定幅度，单位退出")
}

/** What the unit would take beside what it was allotted; the last word before the deadline holds. Errors: not_found, preorder_more_limit. */
export async function wantMore(transaction: Knex, id: string, quantity: number, at: Date): Promise<void> {
  const { offer, contract } = await lockContract(transaction, { ids: [id] })
  const most = canTakeMore(offer, contract, businessDay(at))
  const isAnswerable = contract.state === "running" && offer.state === "harvested" && offer.shared_at === null && businessDay(at) <= (offer.answer_by ?? "")
  if (quantity > most || !isAnswerable) throw refusal("not_allowed", "preorder_more_limit", most > 0 ? `最多可以再加 ${most} 份` : undefined)
  await transaction("preorder_contract").where({ id }).update({ wants_more: quantity })
}

/** Nothing more is delivered. Errors: not_found, preorder_state while a batch is on its way. */
export async function closeContract(transaction: Knex, id: string, reason: string): Promise<void> {
  const { offer, contract } = await lockContract(transaction, { ids: [id] })
  const isOnTheWay = contract.deliveries.some(({ state }) => state === "planned" || state === "placed")
  if (contract.state !== "running" || offer.state !== "harvested" || isOnTheWay) throw refusal("conflict", "preorder_state")
  await end(transaction, id, "done", reason)
}

/** A contract of which everything was delivered, accepted and paid is done. */
export async function finish(transaction: Knex, id: string): Promise<void> {
  const { offer, contract } = await lockContract(transaction, { ids: [id] })
  if (isComplete(offer, contract)) await end(transaction, id, "done", "履行完毕")
}

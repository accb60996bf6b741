import { allowed, refusal } from "@fupin/access"
import type { PreorderDeliveryInput, PreorderPaybackInput, PreorderPaymentInput } from "@fupin/contract/schemas"
import { formatFen } from "@fupin/contract/money"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { generateEntityId } from "@medusajs/framework/utils"
import { businessDay } from "../../domain/business-day"
import { type Application, openOf, owedBack } from "../../domain/preorder/book"
import { decideDelivery, moneyOf } from "../../domain/preorder/contract"
import type { Act } from "./offers"
import { lockContract } from "./rows"

/** Writes down an advance that arrived, once by its reference. Errors: not_found, preorder_reference_taken, preorder_state, preorder_exceeds_due. */
export async function receive(transaction: Knex, contract_id: string, { amount_fen, reference, received_on }: PreorderPaymentInput, { actor_id, at }: Act): Promise<void> {
  const { contract } = await lockContract(transaction, { ids: [contract_id] })
  const held = contract.payments.find((one) => one.reference === reference)
  if (held && (held.amount_fen !== amount_fen || held.received_on !== received_on)) throw refusal("conflict", "preorder_reference_taken")
  if (held) return
  if (contract.state !== "running" && contract.state !== "done") throw refusal("not_allowed", "preorder_state")
  const open_fen = openOf(moneyOf(contract))
  if (amount_fen > open_fen) throw refusal("not_allowed", "preorder_exceeds_due", `合同尚欠 ¥${formatFen(open_fen)}，到账金额不能超过它，请核对`)
  await transaction("preorder_payment").insert({ id: generateEntityId(undefined, "prepay"), contract_id, amount_fen, reference, received_on, actor_id, at })
}

/** Finance paid back what was too much, once by its reference. Errors: not_found, preorder_reference_taken, preorder_payback_exceeds. */
export async function payBack(transaction: Knex, contract_id: string, { amount_fen, reference, paid_on }: PreorderPaybackInput, { actor_id, at }: Act): Promise<void> {
  const { contract } = await lockContract(transaction, { ids: [contract_id] })
  const held = contract.paybacks.find((one) => one.reference === reference)
  if (held && (held.amount_fen !== amount_fen || held.paid_on !== paid_on)) throw refusal("conflict", "preorder_reference_taken")
  if (held) return
  const owed_fen = owedBack(moneyOf(contract))
  if (amount_fen > owed_fen) throw refusal("not_allowed", "preorder_payback_exceeds", `应退 ¥${formatFen(owed_fen)}，退款不能超过它`)
  await transaction("preorder_payback").insert({ id: generateEntityId(undefined, "prebk"), contract_id, amount_fen, reference, paid_on, actor_id, at })
}

export interface NewDelivery extends PreorderDeliveryInput {
  id: string
  order_id: string
  line_item_id: string
}

/** Lays down the next batch of a contract, or finds it; answers its id. Errors: not_found, those of `decideDelivery`. */
export async function layDelivery(transaction: Knex, contract_id: string, delivery: NewDelivery, { actor_id, at }: Act): Promise<string> {
  const { offer, contract } = await lockContract(transaction, { ids: [contract_id] })
  const decided = allowed(decideDelivery(offer, contract, delivery, businessDay(at)), "not_allowed")
  if (decided === "again") return contract.deliveries.find(({ sequence }) => sequence === delivery.sequence)!.id
  await transaction("preorder_delivery").insert({ ...delivery, contract_id, laid_by: actor_id, laid_at: at })
  return delivery.id
}

/** Its order is there, or why it could not be placed. */
export async function recordPlaced(connection: Knex, id: string, problem: string | null): Promise<void> {
  await connection("preorder_delivery").where({ id, state: "planned" }).update(problem === null ? { state: "placed", problem: null } : { problem })
}

/** A batch that has no order yet comes to nothing. Error: preorder_delivery_state. */
export async function callOff(connection: Knex, id: string): Promise<void> {
  if ((await connection("preorder_delivery").where({ id, state: "planned" }).update({ state: "called_off" })) === 0) throw refusal("conflict", "preorder_delivery_state")
}

/** What came in of a batch. The same again changes nothing. Error: preorder_delivery_state. */
export async function recordAccepted(transaction: Knex, id: string, { accepted, reason }: { accepted: number; reason: string }, { actor_id, at }: Act): Promise<void> {
  await lockContract(transaction, { delivery_id: id })
  if ((await transaction("preorder_delivery").where({ id, state: "placed" }).update({ state: "accepted", accepted, reason, accepted_by: actor_id, accepted_at: at })) === 0) throw refusal("conflict", "preorder_delivery_state")
}

/** Writes what of an advance becomes payment, before it is booked: whoever comes after a crash finds it. */
export async function writeApplication(connection: Knex, application: Application & { on_day: string; actor_id: string }): Promise<void> {
  await connection("preorder_application").insert(application)
}

export async function closeApplication(connection: Knex, id: string, problem: string | null, at: Date): Promise<void> {
  await connection("preorder_application").where({ id }).update(problem === null ? { booked_at: at } : { released_at: at, problem })
}

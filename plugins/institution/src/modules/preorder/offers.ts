import { allowed, refusal } from "@fupin/access"
import type { PreorderHarvestInput, PreorderOfferInput } from "@fupin/contract/schemas"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { generateEntityId } from "@medusajs/framework/utils"
import { addDays, businessDay } from "../../domain/business-day"
import { allotHarvest, shareSurplus } from "../../domain/preorder/allot"
import { hasDeliveries, moneyOf, stepsOf } from "../../domain/preorder/contract"
import { decideTerms, isLapsed } from "../../domain/preorder/schedule"
import { end, writeSteps } from "./contracts"
import { type ContractRow, lockOffer, type OfferRow } from "./rows"

export interface Act {
  actor_id: string
  at: Date
}

export interface OfferSeller {
  producer_id: string
  region_code: string
}

export async function createOffer(connection: Knex, { rule, ...terms }: PreorderOfferInput, seller: OfferSeller, { actor_id }: Act): Promise<string> {
  const id = generateEntityId(undefined, "preof")
  await connection("preorder_offer").insert({ id, ...terms, ...seller, rule: JSON.stringify(rule), created_by: actor_id })
  return id
}

/** Errors: not_found, preorder_state, preorder_terms. */
export async function openOffer(transaction: Knex, id: string, { at }: Act): Promise<void> {
  const { offer } = await lockOffer(transaction, id)
  if (offer.state !== "draft") throw refusal("conflict", "preorder_state")
  allowed(decideTerms(offer, businessDay(at)))
  await transaction("preorder_offer").where({ id }).update({ state: "open" })
}

/** Everybody who booked is free and gets everything back. Errors: not_found, preorder_state. */
export async function cancelOffer(transaction: Knex, id: string, reason: string): Promise<void> {
  const { offer, contracts } = await lockOffer(transaction, id)
  if (offer.state !== "draft" && offer.state !== "open") throw refusal("conflict", "preorder_state")
  await transaction("preorder_offer").where({ id }).update({ state: "cancelled", reason })
  for (const contract of standing(contracts)) await end(transaction, contract.id, "cancelled", `预购已取消：${reason}`)
}

const standing = (contracts: ContractRow[]): ContractRow[] => contracts.filter(({ state }) => state === "requested" || state === "running")

/** Writes down what was harvested; entered again until somebody else confirms it. Errors: not_found, preorder_state. */
export async function enterHarvest(transaction: Knex, id: string, { actual_yield, reason }: PreorderHarvestInput, { actor_id, at }: Act): Promise<void> {
  const { offer } = await lockOffer(transaction, id)
  requireHarvest(offer, at)
  await transaction("preorder_offer").where({ id }).update({ actual_yield, harvest_reason: reason, harvest_by: actor_id })
}

/**
 * The second person's word: what was entered holds, and every contract gets its share by the rule stated in the offer. Whoever has not
 * paid what is due has lapsed before. Errors: not_found, preorder_state, preorder_harvest_changed, preorder_second_person.
 */
export async function confirmHarvest(transaction: Knex, id: string, { actual_yield }: PreorderHarvestInput, { actor_id, at }: Act): Promise<void> {
  const { offer } = await lockOffer(transaction, id)
  requireHarvest(offer, at)
  if (offer.actual_yield !== actual_yield) throw refusal("conflict", "preorder_harvest_changed")
  if (offer.harvest_by === actor_id) throw refusal("not_allowed", "preorder_second_person")
  await lapseOf(transaction, id, at)
  const { contracts } = await lockOffer(transaction, id)
  for (const { id: requested } of contracts.filter(({ state }) => state === "requested")) await end(transaction, requested, "cancelled", "采收时单位审批还没有通过")
  const running = contracts.filter(({ state }) => state === "running")
  const shares = allotHarvest(running, actual_yield, offer.rule.shortage)
  await transaction("preorder_offer").where({ id }).update({ state: "harvested", confirmed_by: actor_id, confirmed_at: at, answer_by: addDays(businessDay(at), offer.rule.answer_days) })
  for (const contract of running) {
    const allotted = shares.get(contract.id) ?? 0
    await transaction("preorder_contract").where({ id: contract.id }).update({ allotted })
    await writeSteps(transaction, contract.id, stepsOf({ ...contract, allotted }))
  }
}

function requireHarvest({ state, harvest_from }: OfferRow, at: Date): void {
  if (state !== "open") throw refusal("conflict", "preorder_state")
  if (businessDay(at) < harvest_from) throw refusal("not_allowed", "preorder_state", `采收从 ${harvest_from} 开始，到时再登记产量`)
}

/** Contracts of an offer whose advances stay away beyond the days of grace lapse; what arrived of them is given back. Answers how many. */
export async function lapseOf(transaction: Knex, id: string, at: Date): Promise<number> {
  const { contracts } = await lockOffer(transaction, id)
  const today = businessDay(at)
  const late = contracts.filter((contract) => {
    const { received_fen, paid_back_fen } = moneyOf(contract)
    return contract.state === "running" && !hasDeliveries(contract) && isLapsed(stepsOf(contract), received_fen - paid_back_fen, contract.rule.grace_days, today)
  })
  for (const contract of late) await end(transaction, contract.id, "lapsed", `预付款逾期超过 ${contract.rule.grace_days} 天宽限期`)
  return late.length
}

/** Once nobody can answer any more, what is left of the harvest goes to those who want more, by the rule. Answers whether it was done now. */
export async function shareOut(transaction: Knex, id: string, at: Date): Promise<boolean> {
  const { offer, contracts } = await lockOffer(transaction, id)
  if (offer.state !== "harvested" || offer.shared_at !== null || offer.answer_by === null || businessDay(at) <= offer.answer_by) return false
  const staying = contracts.filter(({ state }) => state === "running")
  const extras = shareSurplus(staying.map((contract) => ({ ...contract, allotted: contract.allotted ?? 0, wants_more: contract.wants_more ?? 0 })), offer.actual_yield ?? 0, offer.rule)
  await transaction("preorder_offer").where({ id }).update({ shared_at: at })
  for (const contract of staying) {
    const extra = extras.get(contract.id) ?? 0
    if (extra === 0) continue
    await transaction("preorder_contract").where({ id: contract.id }).update({ extra })
    await writeSteps(transaction, contract.id, stepsOf({ ...contract, extra }))
  }
  return true
}

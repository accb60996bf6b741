import { createHash, createHmac } from "node:crypto"
import { refusal } from "@fupin/access"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { MedusaContainer } from "@medusajs/framework/types"
import type { CampaignRow } from "../modules/campaign/rows"
import type { PlannedOrder } from "../domain/campaign/plan-orders"
import { orderKey } from "../keys"
import type { Joined } from "../modules/campaign/late"
import { lowerWithin, noteAskers, placeOf, type Purchase, raiseWithin, releaseSpending, releaseWithin, reserveSpending, reserveWithin, type Verdict } from "../spending"

const WAITING = "已提交单位审批；批准后自动下单"
const keyOf = (id: string): string => `campaign:${id}`

/** What a campaign gives, and the sealed addresses of those whose packs go home. */
export interface Givings {
  orders: PlannedOrder[]
  homes: { id: string; address_sealed: string | null }[]
}

/** The place of collective pick-up and every home, known by a hash: whoever approves binds them all, and nobody reads them in the books of spending. */
function goesTo(pickup: CampaignRow["pickup"], homes: Givings["homes"]): string {
  const sealed = homes.map(({ id, address_sealed }) => `${id} ${address_sealed}`).sort()
  return createHash("sha256").update([pickup === null ? "" : placeOf(pickup), ...sealed].join("\n")).digest("hex")
}

/** Reserves what a campaign costs, through the gate of every purchase: its budget and its one approval. Errors: budget_exceeded, approval_needed, approval_rejected. */
export async function reserveCampaign(container: MedusaContainer, { id, organisation_id, title, created_by, pickup }: CampaignRow, { orders, homes }: Givings, on: string, by: string): Promise<void> {
  const amount_fen = orders.reduce((sum, { total_fen }) => sum + total_fen, 0)
  const verdicts = await reserveSpending(container, [{ key: keyOf(id), organisation_id, amount_fen, kind: "campaign", on, title, lines: orders.flatMap(({ items }) => items), goes_to: goesTo(pickup, homes), asked_by: [...new Set([created_by, by])] }])
  const verdict = verdicts.get(keyOf(id))!
  if (!verdict.ok) throw refusal("not_allowed", verdict.code, verdict.code === "approval_needed" ? WAITING : verdict.message)
}

/** Whoever changes what a campaign gives, or to whom, asked for it too. */
export async function noteCampaignAsker(container: MedusaContainer, id: string, customerId: string): Promise<void> {
  await noteAskers(container, [keyOf(id)], [customerId])
}

/** Gives back what was reserved for a campaign that is chosen anew or came to nothing. */
export async function releaseCampaign(container: MedusaContainer, id: string): Promise<void> {
  await releaseSpending(container, [keyOf(id)])
}

/** Gives back, within a transaction of the campaign's own, what it costs less than was reserved. */
export async function lowerCampaign(transaction: Knex, id: string, amount_fen: number): Promise<void> {
  await lowerWithin(transaction, keyOf(id), amount_fen)
}

/** A late joiner's part of a campaign, known by the employee number, so that asking again is the same purchase. */
const partOf = (id: string, employee_number: string): string => `${keyOf(id)}:${employee_number}`

function purchaseOf({ id, organisation_id, title }: CampaignRow, { employee_number, amount_fen, lines, place }: Joined, on: string, by: string): Purchase {
  return { key: partOf(id, employee_number), organisation_id, amount_fen, kind: "campaign", on, title: `${title}：新增职工 ${employee_number}`, lines, goes_to: createHmac("sha256", orderKey()).update(place).digest("hex"), asked_by: [by] }
}

/** Whether what a late joiner costs may be spent: within what was approved before, else as a purchase of its own. Refusals: budget_exceeded, approval_needed, approval_rejected. */
export async function reserveJoiner(transaction: Knex, campaign: CampaignRow, joined: Joined, on: string, by: string): Promise<Verdict> {
  if (joined.is_approved) return await raiseWithin(transaction, { ...purchaseOf(campaign, joined, on, by), key: keyOf(campaign.id), amount_fen: joined.total_fen })
  return await reserveWithin(transaction, purchaseOf(campaign, joined, on, by))
}

/** Puts a late joiner's part before the approvers. */
export async function askForJoiner(container: MedusaContainer, campaign: CampaignRow, joined: Joined, on: string, by: string): Promise<void> {
  await reserveSpending(container, [purchaseOf(campaign, joined, on, by)])
}

/** Gives back what a leaver cost, within a transaction. */
export async function lowerForLeaver(transaction: Knex, id: string, employee_number: string, total_fen: number): Promise<void> {
  await releaseWithin(transaction, [partOf(id, employee_number)])
  await lowerCampaign(transaction, id, total_fen)
}

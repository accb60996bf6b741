import { allowed, refusal } from "@fupin/access"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { generateEntityId } from "@medusajs/framework/utils"
import { allocateTransfer, type Due } from "../../domain/campaign/allocate-transfer"
import { type JobRow, startJob } from "./jobs"
import { lockCampaign } from "./rows"
import { insertRows, rowsOf } from "./sql"

export interface ArrivedTransfer {
  campaign_id: string
  reference: string
  amount_fen: number
  received_on: string
}

export interface TransferPart {
  transfer_id: string
  order_id: string
  amount_fen: number
  reference: string
  received_on: string
  registered_by: string
}

/** What orders lack once the parts that still wait are captured. */
export type ReadDues = (orderIds: string[], waiting: TransferPart[]) => Promise<Due[]>

/**
 * Writes down one payment of a union and how it is spread over the campaign's orders, before any is registered: a repetition
 * finds the same parts, and a second payment finds what the first leaves open, captured or still waiting. `dues` are asked for under the campaign's lock. Errors: campaign_state, campaign_reference_taken, transfer_exceeds_due.
 */
export async function arrive(transaction: Knex, arrived: ArrivedTransfer, readDues: ReadDues, by: string): Promise<JobRow | null> {
  const { campaign_id, reference, amount_fen, received_on } = arrived
  const { state } = await lockCampaign(transaction, campaign_id)
  if (!["ordered", "handing_out", "done"].includes(state)) throw refusal("not_allowed", "campaign_state")
  const [held] = await rowsOf<{ id: string; amount_fen: number; received_on: string }>(transaction, "select id, amount_fen::float8 as amount_fen, received_on from campaign_transfer where campaign_id = :campaign_id and reference = :reference", { campaign_id, reference })
  if (held && (held.amount_fen !== amount_fen || held.received_on !== received_on)) throw refusal("conflict", "campaign_reference_taken")
  if (!held) await layParts(transaction, arrived, readDues, by)
  const [open] = await rowsOf<{ parts: number; waiting: number }>(transaction, "select count(*)::integer as parts, (count(*) filter (where not p.is_registered))::integer as waiting from campaign_transfer_part p join campaign_transfer t on t.id = p.transfer_id where t.campaign_id = :campaign_id", { campaign_id })
  return open!.waiting === 0 ? null : await startJob(transaction, { campaign_id, kind: "receive", total: open!.parts, started_by: by })
}

async function layParts(transaction: Knex, arrived: ArrivedTransfer, readDues: ReadDues, registered_by: string): Promise<void> {
  const { campaign_id } = arrived
  const orders = await rowsOf<{ id: string }>(transaction, "select id from campaign_order where campaign_id = :campaign_id and kind = 'gift' and state = 'placed' order by id", { campaign_id })
  const dues = await readDues(orders.map(({ id }) => id), await readOpenParts(transaction, campaign_id))
  const parts = allowed(allocateTransfer(dues, arrived.amount_fen))
  const transfer_id = generateEntityId(undefined, "ctrf")
  await transaction("campaign_transfer").insert({ id: transfer_id, ...arrived, registered_by })
  await insertRows(transaction, "campaign_transfer_part", { transfer_id: "text", order_id: "text", amount_fen: "bigint" }, parts.map((part) => ({ transfer_id, ...part })))
}

export async function readOpenParts(connection: Knex, campaignId: string, limit: number | null = null): Promise<TransferPart[]> {
  return await rowsOf(connection, `select p.transfer_id, p.order_id, p.amount_fen::float8 as amount_fen, t.reference, t.received_on, t.registered_by from campaign_transfer_part p join campaign_transfer t on t.id = p.transfer_id
    where t.campaign_id = :campaignId and not p.is_registered order by t.registered_at, p.order_id limit :limit`, { campaignId, limit })
}

export async function recordPart(connection: Knex, { transfer_id, order_id }: TransferPart): Promise<void> {
  await connection.raw("update campaign_transfer_part set is_registered = true where transfer_id = ? and order_id = ?", [transfer_id, order_id])
}

export async function readTransfers(connection: Knex, campaignId: string): Promise<Omit<ArrivedTransfer, "campaign_id">[]> {
  return await rowsOf(connection, "select reference, amount_fen::float8 as amount_fen, received_on from campaign_transfer where campaign_id = :campaignId order by registered_at", { campaignId })
}

/** How many parts of the payments now being registered are. */
export async function countRegistered(connection: Knex, campaignId: string): Promise<number> {
  const [row] = await rowsOf<{ parts: number }>(connection, `select count(*)::integer as parts from campaign_transfer_part p join campaign_transfer t on t.id = p.transfer_id where t.campaign_id = :campaignId and p.is_registered`, { campaignId })
  return row!.parts
}

import { allowed, refusal } from "@fupin/access"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { Entry } from "../../domain/journal"
import { planVoucherJournals, type Replaced } from "../../domain/voucher/plan-journals"
import { decideRejection, decideVoucherApproval, decideWithdrawal, type Standing } from "../../domain/voucher/voucher"
import { appendJournals } from "../ledger/append-journals"
import { readEvidenceRows, readVoucherRecords, type VoucherRecord } from "./rows"
import { readLastScan } from "./scans"
import { moveClaims, releaseClaims } from "./write"

/**
 * Approves a draft and posts it, in the same transaction: under the document's lock, so that a second click, a second process or a
 * crash in between posts once. Errors: not_found, voucher_decided, voucher_own_approval, voucher_without_seal.
 */
export async function approveVoucher(transaction: Knex, id: string, actor: string, now: Date): Promise<void> {
  const { voucher, replaced } = await lock(transaction, id)
  const scan = await readLastScan(transaction, id)
  allowed(decideVoucherApproval(standing(voucher, scan !== null), actor), "conflict")
  if (replaced && replaced.state !== "approved") throw refusal("conflict", "voucher_not_approved")
  const rows = (await readEvidenceRows(transaction, [id])).get(id)!
  const planned = planVoucherJournals({ ...voucher, rows, scan_sha256: scan?.sha256 ?? null }, replaced && (await readReplaced(transaction, replaced)), now)
  await appendJournals(transaction, planned.journals)
  await transaction.raw("update voucher set state = 'approved', decided_by = ?, decided_at = ?, scan_id = ?, journal_id = ?, reversal_id = ? where id = ?",
    [actor, now, scan?.id ?? null, planned.journal_id, planned.reversal_id, id])
  if (!replaced) return
  await transaction.raw("update voucher set state = 'corrected', corrected_by = ? where id = ?", [id, replaced.id])
  await releaseClaims(transaction, id)
  await moveClaims(transaction, id, { ...voucher, rows })
}

/** Sends a draft back, with reasons. Errors: not_found, voucher_decided, voucher_own_approval. */
export async function rejectVoucher(transaction: Knex, id: string, actor: string, reason: string, now: Date): Promise<void> {
  const { voucher } = await lock(transaction, id)
  allowed(decideRejection(standing(voucher, false), actor), "conflict")
  await close(transaction, id, "rejected", actor, reason, now)
}

/** Takes one's own draft back. Errors: not_found, voucher_decided, voucher_not_yours. */
export async function withdrawVoucher(transaction: Knex, id: string, actor: string, reason: string, now: Date): Promise<void> {
  const { voucher } = await lock(transaction, id)
  allowed(decideWithdrawal(standing(voucher, false), actor), "conflict")
  await close(transaction, id, "withdrawn", actor, reason, now)
}

async function close(transaction: Knex, id: string, state: "rejected" | "withdrawn", actor: string, reason: string, now: Date): Promise<void> {
  await transaction.raw("update voucher set state = ?, decided_by = ?, decided_at = ?, decision_reason = ? where id = ?", [state, actor, now, reason, id])
  await releaseClaims(transaction, id)
}

const standing = ({ kind, state, created_by, total_fen }: VoucherRecord, has_scan: boolean): Standing => ({ kind, state, created_by, total_fen, has_scan })

/** Locks the document and the one that it corrects, in id order. */
async function lock(transaction: Knex, id: string): Promise<{ voucher: VoucherRecord; replaced: VoucherRecord | null }> {
  const [found] = await readVoucherRecords(transaction, [id])
  if (!found) throw refusal("not_found", "not_found")
  const locked = await readVoucherRecords(transaction, found.corrects ? [id, found.corrects] : [id], true)
  return { voucher: locked.find((one) => one.id === id)!, replaced: locked.find((one) => one.id === found.corrects) ?? null }
}

async function readReplaced(transaction: Knex, { id, journal_id }: VoucherRecord): Promise<Replaced> {
  if (journal_id === null) throw refusal("conflict", "voucher_not_approved")
  const { rows } = await transaction.raw(
    "select account, beneficiary_id, producer_id, linkage_version_id, line_item_id, amount_fen::float8 as amount_fen from ledger_entry where journal_id = ? order by position", [journal_id])
  return { voucher_id: id, journal_id, entries: rows as Entry[] }
}

import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { EvidenceRow, VoucherContent } from "../../domain/voucher/voucher"

/** A document as the table has it. */
export interface VoucherRecord extends Omit<VoucherContent, "rows"> {
  id: string
  content_hash: string
  state: "draft" | "approved" | "rejected" | "withdrawn" | "corrected"
  created_by: string
  created_at: Date
  decided_by: string | null
  decided_at: Date | null
  decision_reason: string | null
  scan_id: string | null
  journal_id: string | null
  reversal_id: string | null
  corrected_by: string | null
}

const COLUMNS = `v.id, v.number, v.kind, v.payer_kind, v.payer_id, v.payer_name, v.payer_person, v.payment_way, v.region_code, v.period, v.paid_on, v.total_fen::float8 as total_fen,
  v.content_hash, v.file_sha256, v.corrects, v.reason, v.created_by, v.created_at, v.state, v.decided_by, v.decided_at, v.decision_reason, v.scan_id, v.journal_id, v.reversal_id, v.corrected_by`

/** Documents by id, in id order. `locked`: nobody else decides on them until the transaction ends. */
export async function readVoucherRecords(connection: Knex, ids: string[], locked = false): Promise<VoucherRecord[]> {
  const { rows } = await connection.raw(`select ${COLUMNS} from voucher v where v.id = any(?) order by v.id ${locked ? "for update" : ""}`, [ids])
  return rows
}

/** Documents whose id comes after `after`, in id order, with a decision that posted. */
export async function readPostedPage(connection: Knex, after: string, limit: number): Promise<VoucherRecord[]> {
  const { rows } = await connection.raw(`select ${COLUMNS} from voucher v where v.id > ? and v.state in ('approved', 'corrected') order by v.id limit ?`, [after, limit])
  return rows
}

/** Rows of these documents, by document. */
export async function readEvidenceRows(connection: Knex, voucherIds: string[], limit = 1_000_000): Promise<Map<string, EvidenceRow[]>> {
  const { rows } = await connection.raw(
    `select voucher_id, position, household_id, goods, quantity, amount_fen::float8 as amount_fen, paid_on, note from voucher_row
     where voucher_id = any(?) order by voucher_id, position limit ?`, [voucherIds, limit])
  const found = new Map<string, EvidenceRow[]>(voucherIds.map((id) => [id, []]))
  for (const { voucher_id, ...row } of rows as (EvidenceRow & { voucher_id: string })[]) found.get(voucher_id)!.push(row)
  return found
}

import { refusal } from "@fupin/access"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { type Act, lockRun } from "./runs"
import { rowsOf } from "./sql"

export interface Scan {
  id: string
  filename: string
  mime: string
  sha256: string
  /** Base64 of the bytes, sealed: names and signatures stand on it. */
  content_sealed: string
}

/** Keeps the signed list of a cash batch; the same file again changes nothing. Error: not_found. */
export async function appendScan(transaction: Knex, settlement_id: string, batch: number, scan: Scan, { actor_id, at }: Act): Promise<void> {
  await lockRun(transaction, settlement_id)
  const [row] = await rowsOf<{ id: string }>(transaction, "select id from settlement_batch where settlement_id = :settlement_id and number = :batch and method = 'cash'", { settlement_id, batch })
  if (!row) throw refusal("not_found", "not_found")
  await transaction.raw(
    `insert into settlement_scan (id, batch_id, filename, mime, sha256, content_sealed, uploaded_by, uploaded_at) values (:id, :batch_id, :filename, :mime, :sha256, :content_sealed, :actor_id, :at) on conflict do nothing`,
    { batch_id: row.id, ...scan, actor_id, at } as never)
}

/** A scan with whose names stand on it. */
export interface SignedScan extends Scan {
  settlement_id: string
  run_number: string
  beneficiary_ids: string[]
}

/** Error: not_found. */
export async function readScan(connection: Knex, id: string): Promise<SignedScan> {
  const [row] = await rowsOf<SignedScan>(connection,
    `select s.id, b.settlement_id, r.number as run_number, s.filename, s.mime, s.sha256, s.content_sealed,
       array(select distinct p.beneficiary_id from settlement_attempt a join settlement_payment p on p.id = a.payment_id where a.batch_id = b.id) as beneficiary_ids
     from settlement_scan s join settlement_batch b on b.id = s.batch_id join settlement r on r.id = b.settlement_id where s.id = :id`, { id })
  if (!row) throw refusal("not_found", "not_found")
  return row
}

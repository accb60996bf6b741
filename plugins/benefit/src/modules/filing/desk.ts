import { createHash, randomUUID } from "node:crypto"
import { allowed, refusal } from "@fupin/access"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { decideUpload } from "../../domain/filing/decide-upload"
import type { Act } from "../../domain/filing/decide-filing"
import type { FilingRow } from "./rows"
import { appendStep, onFiling } from "./steps"

export interface AttachmentRow {
  id: string
  filing_id: string
  item: string
  name: string
  media_type: string
  bytes: number
  sha256: string
  uploaded_by: string
  uploaded_at: Date
}

export interface ReasonRow {
  item: string
  reason: string
  actor_id: string
  at: Date
}

type By = Pick<Act, "actor_id" | "now">

/** Runs a change of what accompanies a filing, as long as it is the unit's to change. Errors: not_found, filing_is_closed. */
async function onOpenFiling<T>(connection: Knex, id: string, change: (transaction: Knex, filing: FilingRow) => Promise<T>): Promise<T> {
  return await onFiling(connection, id, async (transaction, filing) => {
    if (filing.state !== "open" && filing.state !== "returned") throw refusal("conflict", "filing_is_closed")
    const changed = await change(transaction, filing)
    await transaction.raw("update filing set version = version + 1 where id = ?", [id])
    return changed
  })
}

/** Keeps a scan; the same bytes for the same item again are the same scan. Errors: not_found, filing_is_closed, file_too_large, file_type_refused. */
export async function attach(connection: Knex, filing_id: string, { item, name, content }: { item: string; name: string; content: Buffer }, by: By): Promise<{ id: string }> {
  const media_type = allowed(decideUpload(content))
  const sha256 = createHash("sha256").update(content).digest("hex")
  return await onOpenFiling(connection, filing_id, async (transaction) => {
    const { rows: [held] } = await transaction.raw("select id from filing_attachment where filing_id = ? and item = ? and sha256 = ? and withdrawn_at is null", [filing_id, item, sha256])
    if (held) return { id: String(held.id) }
    const id = `fatt_${randomUUID().replaceAll("-", "").slice(0, 26)}`
    await transaction.raw(
      "insert into filing_attachment (id, filing_id, item, name, media_type, sha256, content, uploaded_by, uploaded_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
      [id, filing_id, item, name, media_type, sha256, content, by.actor_id, by.now])
    await appendStep(transaction, filing_id, "attached", by, name)
    return { id }
  })
}

/** Takes a scan back: it stays in the record and counts no more. Errors: not_found, filing_is_closed. */
export async function withdraw(connection: Knex, { id, filing_id, name }: Pick<AttachmentRow, "id" | "filing_id" | "name">, by: By): Promise<void> {
  await onOpenFiling(connection, filing_id, async (transaction) => {
    const { rows } = await transaction.raw("update filing_attachment set withdrawn_at = ?, withdrawn_by = ? where id = ? and withdrawn_at is null returning id", [by.now, by.actor_id, id])
    if (rows.length > 0) await appendStep(transaction, filing_id, "withdrawn", by, name)
  })
}

/** States why something is missing; the newest reason of an item holds. Errors: not_found, filing_is_closed. */
export async function explain(connection: Knex, filing_id: string, { item, reason }: { item: string; reason: string }, by: By): Promise<void> {
  await onOpenFiling(connection, filing_id, async (transaction) => {
    await transaction.raw("insert into filing_reason (filing_id, item, reason, actor_id, at) values (?, ?, ?, ?, ?)", [filing_id, item, reason, by.actor_id, by.now])
    await appendStep(transaction, filing_id, "explained", by, `${item}：${reason}`)
  })
}

const ATTACHMENT = "id, filing_id, item, name, media_type, octet_length(content) as bytes, sha256, uploaded_by, uploaded_at"

/** Scans that count, oldest first. */
export async function readAttachments(connection: Knex, filing_id: string): Promise<AttachmentRow[]> {
  const { rows } = await connection.raw(`select ${ATTACHMENT} from filing_attachment where filing_id = ? and withdrawn_at is null order by uploaded_at, id`, [filing_id])
  return rows
}

/** One scan with its bytes. Error: not_found. */
export async function readAttachment(connection: Knex, id: string): Promise<AttachmentRow & { content: Buffer }> {
  const { rows } = await connection.raw(`select ${ATTACHMENT}, content from filing_attachment where id = ? and withdrawn_at is null`, [id])
  if (!rows[0]) throw refusal("not_found", "unknown_file")
  return rows[0]
}

/** The newest reason of each item. */
export async function readReasons(connection: Knex, filing_id: string): Promise<ReasonRow[]> {
  const { rows } = await connection.raw("select distinct on (item) item, reason, actor_id, at from filing_reason where filing_id = ? order by item, id desc", [filing_id])
  return rows
}

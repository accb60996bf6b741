import { refusal } from "@fupin/access"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { generateEntityId } from "@medusajs/framework/utils"
import { claimOf, contentHash, type VoucherContent, voucherNumber } from "../../domain/voucher/voucher"

/** A document before it has its number. */
export type VoucherDraft = Omit<VoucherContent, "number">

export interface Written {
  id: string
  number: string
}

/**
 * Writes documents as drafts, numbered without a gap, all or none. Whoever writes the same rows or the same file at the same time
 * waits and is then refused. Errors: duplicate_voucher, file_already_imported.
 */
export async function writeVouchers(transaction: Knex, drafts: VoucherDraft[], by: string, year: string): Promise<Written[]> {
  const claims = await claim(transaction, drafts)
  const written = await number(transaction, drafts, year)
  const heads = drafts.map(({ rows, ...head }, index) => {
    const { id, number: given } = written[index]!
    return { ...head, id, number: given, created_by: by, content_hash: contentHash({ ...head, rows, number: given }) }
  })
  await transaction.raw(
    `insert into voucher (id, number, kind, payer_kind, payer_id, payer_name, payer_person, payment_way, region_code, period, paid_on, total_fen, content_hash, file_sha256, corrects, reason, created_by)
     select id, number, kind, payer_kind, payer_id, payer_name, payer_person, payment_way, region_code, period, paid_on, total_fen, content_hash, file_sha256, corrects, reason, created_by
     from jsonb_to_recordset(?::jsonb) as v(id text, number text, kind text, payer_kind text, payer_id text, payer_name text, payer_person text, payment_way text, region_code text,
       period text, paid_on text, total_fen bigint, content_hash text, file_sha256 text, corrects text, reason text, created_by text)`, [JSON.stringify(heads)])
  const rows = drafts.flatMap((draft, index) => draft.rows.map((row) => ({ ...row, voucher_id: written[index]!.id })))
  if (rows.length > 0) {
    await transaction.raw(
      `insert into voucher_row select * from jsonb_to_recordset(?::jsonb)
       as r(voucher_id text, position integer, household_id text, goods text, quantity text, amount_fen bigint, paid_on text, note text)`, [JSON.stringify(rows)])
  }
  await insertClaims(transaction, claims.map(({ key, draft }) => ({ key, voucher_id: written[draft]!.id })))
  return written
}

/** Takes the claims of a document that is in force; those of the document that it corrects are free. */
export async function moveClaims(transaction: Knex, voucherId: string, content: VoucherDraft): Promise<void> {
  await transaction.raw("delete from voucher_claim where voucher_id = ?", [content.corrects])
  await insertClaims(transaction, content.rows.map((row) => ({ key: claimOf(content, row), voucher_id: voucherId })))
}

/** What was said by a document that does not count any more may be said again. */
export async function releaseClaims(transaction: Knex, voucherId: string): Promise<void> {
  await transaction.raw("delete from voucher_claim where voucher_id = ?", [voucherId])
}

interface Claim {
  key: string
  draft: number
}

/** Null: typed in, not from a file. Error: file_already_imported. */
export async function requireNewFile(connection: Knex, file_sha256: string | null): Promise<void> {
  if (file_sha256 === null) return
  const { rows: [known] } = await connection.raw("select number from voucher where file_sha256 = ? and state in ('draft', 'approved', 'corrected') order by number limit 1", [file_sha256])
  if (known) throw refusal("conflict", "file_already_imported", `这个文件已经导入过（${known.number}），不能重复导入`)
}

/** One writer at a time: what is said twice shows, and numbers have no gap. */
async function claim(transaction: Knex, drafts: VoucherDraft[]): Promise<Claim[]> {
  await transaction.raw("select pg_advisory_xact_lock(hashtextextended('voucher:write', 0))")
  await requireNewFile(transaction, drafts[0]?.file_sha256 ?? null)
  const { rows: [corrected_already] } = await transaction.raw("select number from voucher where corrects = any(?) and state in ('draft', 'approved', 'corrected') limit 1", [drafts.flatMap(({ corrects }) => corrects ?? [])])
  if (corrected_already) throw refusal("conflict", "voucher_being_corrected", `这张凭证已有更正凭证 ${corrected_already.number}`)
  const claims = drafts.flatMap((draft, index) => draft.rows.map((row) => ({ key: claimOf(draft, row), draft: index })))
  const taken = await readClaims(transaction, claims.map(({ key }) => key))
  const corrected = new Set(drafts.map(({ corrects }) => corrects))
  const seen = new Set<string>()
  return claims.filter(({ key }) => {
    const holder = taken.get(key)
    if (seen.has(key)) throw refusal("conflict", "duplicate_voucher")
    if (holder && !corrected.has(holder.id)) throw refusal("conflict", "duplicate_voucher", `相同的内容已登记在 ${holder.number}，请核对；如确有两笔，请合并填写`)
    seen.add(key)
    return !holder
  })
}

/** Which of these keys are taken, and by which document. */
export async function readClaims(connection: Knex, keys: string[]): Promise<Map<string, Written>> {
  const { rows } = await connection.raw("select c.key, v.id, v.number from voucher_claim c join voucher v on v.id = c.voucher_id where c.key = any(?)", [keys])
  return new Map((rows as (Written & { key: string })[]).map(({ key, ...voucher }) => [key, voucher]))
}

async function insertClaims(transaction: Knex, claims: { key: string; voucher_id: string }[]): Promise<void> {
  if (claims.length === 0) return
  await transaction.raw("insert into voucher_claim select * from jsonb_to_recordset(?::jsonb) as c(key text, voucher_id text)", [JSON.stringify(claims)])
}

async function number(transaction: Knex, drafts: VoucherDraft[], year: string): Promise<Written[]> {
  const [first] = drafts
  if (!first) return []
  const { rows: [{ last }] } = await transaction.raw(
    `insert into voucher_counter (name, last) values (?, ?) on conflict (name) do update set last = voucher_counter.last + excluded.last returning last`, [`${first.kind}:${year}`, drafts.length])
  return drafts.map(({ kind }, index) => ({ id: generateEntityId(undefined, "vchr"), number: voucherNumber(kind, year, last - drafts.length + 1 + index) }))
}

import { randomBytes } from "node:crypto"
import type { DocumentKind } from "@fupin/contract/schemas"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"

/** What a document is about. */
export interface DocumentSubject {
  kind: string
  id: string
}

export interface DocumentKey {
  kind: DocumentKind
  subject: DocumentSubject
  period: string
}

export interface DocumentRow {
  id: string
  number: string
  kind: DocumentKind
  subject_kind: string
  subject_id: string
  period: string
  regions: string[]
  version: number
  title: string
  unit_name: string
  office_name: string
  rows: number
  total_fen: number
  payload_sealed: string
  sha256: string
  issued_by: string
  issued_at: Date
  status: "valid" | "void"
  void_reason: string | null
  voided_by: string | null
  voided_at: Date | null
  replaced_by: string | null
}

/** Without I, L, O and U, which are misread. */
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
const COLUMNS = `id, number, kind, subject_kind, subject_id, period, regions, version, title, unit_name, office_name, rows, total_fen::float8 as total_fen,
  payload_sealed, sha256, issued_by, issued_at, status, void_reason, voided_by, voided_at, replaced_by`

/** Waits for whoever issues the same paper at this moment. */
export async function lockKey(transaction: Knex, { kind, subject, period }: DocumentKey): Promise<void> {
  await transaction.raw("select pg_advisory_xact_lock(hashtextextended(?, 0))", [`paper:${kind}:${subject.kind}:${subject.id}:${period}`])
}

export async function readValid(connection: Knex, { kind, subject, period }: DocumentKey): Promise<DocumentRow | null> {
  const { rows } = await connection.raw(`select ${COLUMNS} from paper_document where kind = ? and subject_kind = ? and subject_id = ? and period = ? and status = 'valid'`, [kind, subject.kind, subject.id, period])
  return rows[0] ?? null
}

export async function readBy(connection: Knex, column: "id" | "number", value: string): Promise<DocumentRow | null> {
  const { rows } = await connection.raw(`select ${COLUMNS} from paper_document where ${column} = ?`, [value])
  return rows[0] ?? null
}

export async function readNextVersion(transaction: Knex, { kind, subject, period }: DocumentKey): Promise<number> {
  const { rows } = await transaction.raw("select coalesce(max(version), 0) + 1 as version from paper_document where kind = ? and subject_kind = ? and subject_id = ? and period = ?", [kind, subject.kind, subject.id, period])
  return rows[0].version
}

/** The next number of a series, without gaps; its last four signs cannot be guessed. */
export async function takeNumber(transaction: Knex, series: string): Promise<{ number: string; sequence: number }> {
  const { rows } = await transaction.raw("insert into paper_series (series, last) values (?, 1) on conflict (series) do update set last = paper_series.last + 1 returning last", [series])
  const sequence: number = rows[0].last
  const sign = Array.from(randomBytes(4), (byte) => ALPHABET[byte % 32]).join("")
  return { number: `${series}-${String(sequence).padStart(4, "0")}-${sign}`, sequence }
}

export async function insertDocument(transaction: Knex, row: Omit<DocumentRow, "status" | "void_reason" | "voided_by" | "voided_at" | "replaced_by"> & { series: string; sequence: number }): Promise<void> {
  const columns = Object.keys(row)
  await transaction.raw(`insert into paper_document (${columns.join(", ")}) values (${columns.map(() => "?").join(", ")})`, Object.values(row) as never)
}

/** Voids what is valid; false when it was void already. */
export async function markVoid(transaction: Knex, id: string, act: { reason: string; by: string; at: Date; replaced_by: string | null }): Promise<boolean> {
  const { rows } = await transaction.raw("update paper_document set status = 'void', void_reason = ?, voided_by = ?, voided_at = ?, replaced_by = ? where id = ? and status = 'valid' returning id", [act.reason, act.by, act.at, act.replaced_by, id])
  return rows.length > 0
}

export interface DocumentFilter {
  /** Beginnings of region codes: every region of the document must lie in one of them; null is everywhere. */
  prefixes: string[] | null
  kind?: string
  period?: string
  status?: string
  subject_kind?: string
  subject_id?: string
  offset: number
  limit: number
}

/** Documents that lie wholly in some regions, the newest first. Payloads stay where they are. */
export async function readPage(connection: Knex, filter: DocumentFilter): Promise<{ documents: DocumentRow[]; count: number }> {
  const { rows } = await connection.raw(
    `select ${COLUMNS.replace("payload_sealed", "'' as payload_sealed")}, count(*) over ()::integer as found from paper_document
     where (:prefixes::text[] is null or not exists (select 1 from unnest(regions) region where not region like any(:prefixes)))
       and (:kind::text is null or kind = :kind) and (:period::text is null or period = :period) and (:status::text is null or status = :status)
       and (:subject_kind::text is null or subject_kind = :subject_kind) and (:subject_id::text is null or subject_id = :subject_id)
     order by issued_at desc, id desc offset :offset limit :limit`,
    { kind: null, period: null, status: null, subject_kind: null, subject_id: null, ...filter } as never)
  return { documents: rows, count: rows[0]?.found ?? 0 }
}

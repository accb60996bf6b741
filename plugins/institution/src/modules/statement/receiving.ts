import { refusal } from "@fupin/access"
import type { AcceptanceSheetInput } from "@fupin/contract/schemas"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { rowsOf } from "../spending/sql"
import type { Act } from "./draw"
import type { SealedFile } from "./invoices"

export interface SheetRow extends AcceptanceSheetInput {
  signed_by: string
  signed_at: Date
  countersigned_by: string | null
  countersigned_at: Date | null
  counted_at: Date | null
  needs_second: boolean
}

export interface SignedFor {
  delivery_id: string
  organisation_id: string
}

const MAX_PHOTOS = 20

/**
 * What the receiver signed, and whether it waits for a second signature; signing anew before it counts takes the place of what was there, and what
 * waited once waits on, whatever the unit's rule says by now. Error: illegal_transition once it counted.
 */
export async function signSheet(connection: Knex, { delivery_id, organisation_id }: SignedFor, { lines, certificates }: AcceptanceSheetInput, { actor_id, at }: Act): Promise<boolean> {
  const [row] = await rowsOf<{ needs_second: boolean }>(connection, `insert into acceptance_sheet (delivery_id, lines, certificates, signed_by, signed_at, needs_second)
    values (:delivery_id, cast(:lines as jsonb), cast(:certificates as jsonb), :actor_id, :at, exists (select 1 from acceptance_rule where organisation_id = :organisation_id and second_signature))
    on conflict (delivery_id) do update set lines = excluded.lines, certificates = excluded.certificates, signed_by = excluded.signed_by, signed_at = excluded.signed_at, countersigned_by = null, countersigned_at = null,
      needs_second = acceptance_sheet.needs_second or excluded.needs_second
    where acceptance_sheet.counted_at is null returning needs_second`, { delivery_id, organisation_id, lines: JSON.stringify(lines), certificates: JSON.stringify(certificates), actor_id, at })
  if (!row) throw refusal("not_allowed", "illegal_transition")
  return row.needs_second
}

/** The second signature, by somebody else. Errors: no_sheet_waiting, second_signature_other_person. */
export async function countersignSheet(transaction: Knex, delivery_id: string, { actor_id, at }: Act): Promise<SheetRow> {
  await rowsOf(transaction, "select 1 from acceptance_sheet where delivery_id = :delivery_id for update", { delivery_id })
  const sheet = await readSheet(transaction, delivery_id)
  if (!sheet || sheet.counted_at !== null) throw refusal("conflict", "no_sheet_waiting")
  if (sheet.signed_by === actor_id) throw refusal("not_allowed", "second_signature_other_person")
  await transaction.raw("update acceptance_sheet set countersigned_by = :actor_id, countersigned_at = :at where delivery_id = :delivery_id", { delivery_id, actor_id, at } as never)
  return sheet
}

const SHEET = "lines, certificates, signed_by, signed_at, countersigned_by, countersigned_at, counted_at, needs_second"

export async function readSheet(connection: Knex, delivery_id: string): Promise<SheetRow | null> {
  return (await rowsOf<SheetRow>(connection, `select ${SHEET} from acceptance_sheet where delivery_id = :delivery_id`, { delivery_id }))[0] ?? null
}

/** What was signed and photographed at many doors, by delivery, in two queries. */
export async function readDoors(connection: Knex, delivery_ids: string[]): Promise<{ sheets: Map<string, SheetRow>; photos: Map<string, { id: string; variant_id: string }[]> }> {
  const sheets = await rowsOf<SheetRow & { delivery_id: string }>(connection, `select delivery_id, ${SHEET} from acceptance_sheet where delivery_id = any(:delivery_ids)`, { delivery_ids })
  const photos = await rowsOf<{ id: string; variant_id: string; delivery_id: string }>(connection, "select p.id, p.variant_id, p.delivery_id from acceptance_photo p join statement_file f on f.id = p.id where p.delivery_id = any(:delivery_ids) order by f.uploaded_at, p.id", { delivery_ids })
  return { sheets: new Map(sheets.map((sheet) => [sheet.delivery_id, sheet])), photos: new Map(delivery_ids.map((id) => [id, photos.filter(({ delivery_id }) => delivery_id === id)])) }
}

/** Keeps a picture of goods. Error: too_many_photos. */
export async function keepPhoto(transaction: Knex, delivery_id: string, variant_id: string, file: SealedFile, { actor_id, at }: Act): Promise<void> {
  await transaction.raw("select pg_advisory_xact_lock(hashtextextended(?, 0))", [`photos:${delivery_id}`])
  if ((await readPhotos(transaction, delivery_id)).length >= MAX_PHOTOS) throw refusal("not_allowed", "too_many_photos")
  await transaction.raw("insert into statement_file (id, mime, sha256, content_sealed, uploaded_by, uploaded_at) values (:id, :mime, :sha256, :content_sealed, :actor_id, :at)", { ...file, actor_id, at } as never)
  await transaction.raw("insert into acceptance_photo (id, delivery_id, variant_id) values (?, ?, ?)", [file.id, delivery_id, variant_id])
}

export async function readPhotos(connection: Knex, delivery_id: string): Promise<{ id: string; variant_id: string; sha256: string; taken_at: Date }[]> {
  return rowsOf(connection, "select p.id, p.variant_id, f.sha256, f.uploaded_at as taken_at from acceptance_photo p join statement_file f on f.id = p.id where p.delivery_id = :delivery_id order by f.uploaded_at, p.id", { delivery_id })
}

/** Who signed for which of these deliveries what does not count yet. */
export async function readWaiting(connection: Knex, delivery_ids: string[]): Promise<Map<string, string>> {
  const rows = await rowsOf<{ delivery_id: string; signed_by: string }>(connection, "select delivery_id, signed_by from acceptance_sheet where delivery_id = any(:delivery_ids) and counted_at is null", { delivery_ids })
  return new Map(rows.map(({ delivery_id, signed_by }) => [delivery_id, signed_by]))
}

import { refusal } from "@fupin/access"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { generateEntityId } from "@medusajs/framework/utils"
import type { OpenOrder } from "../../domain/statement/allocate"
import { allocate } from "../../domain/statement/allocate"
import type { BankLine } from "../../domain/statement/bank-file"
import type { Match } from "../../domain/statement/match-row"
import { rowsOf } from "../spending/sql"
import type { Act } from "./draw"

export interface BankRowRow extends BankLine {
  id: string
  filename: string
  match: Match["match"]
  organisation_id: string | null
  statement_ids: string[]
  /** Codes of orders, campaigns and contracts that it pays. */
  codes: string[]
  reason: string | null
  /** On orders, or about to be. */
  allocated_fen: number
  dismissed_fen: number
}

export type KnownRow = Pick<BankLine, "reference" | "received_on" | "amount_fen">

export interface Allocation {
  id: string
  row_id: string
  /** One of the three. */
  order_id: string | null
  campaign_id: string | null
  preorder_id: string | null
  holder: string
  amount_fen: number
  reference: string
  received_on: string
  actor_id: string
}

const ROW = `select r.id, r.line, f.filename, r.reference, r.received_on, r.amount_fen::float8 as amount_fen, r.payer, r.memo, r.match, r.organisation_id, r.statement_ids, r.codes, r.reason,
  r.dismissed_fen::float8 as dismissed_fen, coalesce((select sum(a.amount_fen) from bank_allocation a where a.row_id = r.id and a.released_at is null), 0)::float8 as allocated_fen
  from bank_row r join bank_file f on f.id = r.file_id`

export const leftOf = ({ amount_fen, allocated_fen, dismissed_fen }: BankRowRow): number => amount_fen - allocated_fen - dismissed_fen

export async function isKnownFile(connection: Knex, sha256: string): Promise<boolean> {
  return (await rowsOf(connection, "select 1 from bank_file where sha256 = :sha256", { sha256 })).length > 0
}

/** Which rows with these references came with earlier files, and what they said. */
export async function readKnownRows(connection: Knex, references: string[]): Promise<KnownRow[]> {
  return await rowsOf(connection, "select reference, received_on, amount_fen::float8 as amount_fen from bank_row where reference = any(:references)", { references })
}

/** Keeps a file's rows, those of earlier files left out; answers the ids of the new ones. Error: bank_file_known. */
export async function keepFile(transaction: Knex, file: { sha256: string; filename: string; rows: BankLine[] }, { actor_id, at }: Act): Promise<string[]> {
  const id = generateEntityId(undefined, "bkfl")
  const kept = await rowsOf(transaction, "insert into bank_file (id, sha256, filename, imported_by, imported_at) values (:id, :sha256, :filename, :actor_id, :at) on conflict do nothing returning id",
    { id, sha256: file.sha256, filename: file.filename, actor_id, at })
  if (kept.length === 0) throw refusal("conflict", "bank_file_known")
  const ids: string[] = []
  for (const row of file.rows) {
    const rows = await rowsOf<{ id: string }>(transaction, `insert into bank_row (id, file_id, line, reference, received_on, amount_fen, payer, memo)
      values (:id, :file_id, :line, :reference, :received_on, :amount_fen, :payer, :memo) on conflict (reference) do nothing returning id`, { ...row, id: generateEntityId(undefined, "bkrw"), file_id: id })
    ids.push(...rows.map((one) => one.id))
  }
  return ids
}

/** Rows by id, or those of which something is still nobody's (`open`). */
export async function readBankRows(connection: Knex, where: { ids?: string[]; open?: boolean; number?: string }): Promise<BankRowRow[]> {
  const { ids = null, open = false, number = null } = where
  const rows = await rowsOf<BankRowRow>(connection, `${ROW} where (cast(:ids as text[]) is null or r.id = any(:ids)) and (cast(:number as text) is null or upper(regexp_replace(r.memo, '[\\s_-]', '', 'g')) like '%' || :number || '%')
    and (not cast(:open as boolean) or r.amount_fen > r.dismissed_fen + coalesce((select sum(a.amount_fen) from bank_allocation a where a.row_id = r.id and a.released_at is null), 0)) order by r.received_on desc, r.line limit 1000`, { ids, number, open })
  return rows
}

/** Writes what a row pays and how it is spread; nothing is booked yet, so a crash after this is finished by `finishPending`. */
export async function writeMatch(transaction: Knex, row: BankRowRow, { match, orders }: { match: Match; orders: OpenOrder[] }, holder: string, { actor_id, reason: chosen_because }: { actor_id: string; reason: string | null }): Promise<void> {
  const [statements, others] = [match.paid.filter(({ kind }) => kind === "statement").map(({ id }) => id), match.paid.filter(({ kind }) => kind !== "statement").map(({ number }) => number)]
  await transaction.raw(`update bank_row set match = :match, organisation_id = coalesce(:organisation_id, organisation_id), statement_ids = array(select jsonb_array_elements_text(cast(:statements as jsonb))),
    codes = array(select jsonb_array_elements_text(cast(:codes as jsonb))), reason = :reason where id = :id`,
  { id: row.id, match: match.match, organisation_id: match.organisation_id, statements: JSON.stringify([...new Set([...row.statement_ids, ...statements])]), codes: JSON.stringify([...new Set([...row.codes, ...others])]), reason: match.reason } as never)
  const [{ act }] = await rowsOf<{ act: number }>(transaction, "select coalesce(max(act), 0)::integer + 1 as act from bank_allocation where row_id = :id", { id: row.id }) as [{ act: number }]
  const reference = act === 1 ? row.reference : `${row.reference}-${act}`
  for (const share of allocate(leftOf(row), orders).shares) {
    await transaction.raw(`insert into bank_allocation (row_id, act, statement_id, order_id, campaign_id, preorder_id, holder, amount_fen, reference, actor_id, chosen_because)
      values (:row_id, :act, :statement_id, :order_id, :campaign_id, :preorder_id, :holder, :amount_fen, :reference, :actor_id, :chosen_because)`, { ...share, row_id: row.id, act, holder, reference, actor_id, chosen_because } as never)
  }
}

/** What was spread and may, or may not, be booked: by a run that died in between. */
export async function readPending(connection: Knex, holder: string): Promise<Allocation[]> {
  return rowsOf(connection, `select a.id::text as id, a.row_id, a.order_id, a.campaign_id, a.preorder_id, a.holder, a.amount_fen::float8 as amount_fen, a.reference, r.received_on, a.actor_id from bank_allocation a join bank_row r on r.id = a.row_id
    where a.booked_at is null and a.released_at is null and a.holder = :holder order by a.id`, { holder })
}

/** Says that an allocation is booked, or why the order did not take it: then its money is nobody's again. */
export async function closeAllocation(transaction: Knex, id: string, refused: string | null, at: Date): Promise<void> {
  await transaction.raw(refused === null ? "update bank_allocation set booked_at = :at where id = :id" : "update bank_allocation set released_at = :at, reason = :refused where id = :id", { id, at, refused } as never)
  if (refused !== null) await transaction.raw("update bank_row set reason = :refused where id = (select row_id from bank_allocation where id = :id)", { id, refused } as never)
}

/** Errors: not_found, bank_row_closed. */
export async function lockBankRow(transaction: Knex, id: string): Promise<BankRowRow> {
  const held = await rowsOf(transaction, "select 1 from bank_row where id = :id for update", { id })
  if (held.length === 0) throw refusal("not_found", "not_found")
  const [row] = await readBankRows(transaction, { ids: [id] })
  return row!
}

/** What is left was sent back, or is no payment for deliveries. Errors: not_found, bank_row_closed. */
export async function dismissRow(transaction: Knex, id: string, as: "send_back" | "set_aside", reason: string, { actor_id, at }: Act): Promise<void> {
  const row = await lockBankRow(transaction, id)
  if (leftOf(row) <= 0) throw refusal("conflict", "bank_row_closed")
  await transaction.raw("update bank_row set dismissed_fen = dismissed_fen + :left, dismissed_as = :as, dismissed_by = :actor_id, dismissed_at = :at, reason = :reason where id = :id", { id, left: leftOf(row), as, actor_id, at, reason } as never)
}

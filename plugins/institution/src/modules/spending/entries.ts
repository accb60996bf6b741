import type { BudgetInput, HeadcountInput, UnitEntry } from "@fupin/contract/schemas"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { EntrySide } from "../../domain/spending/own-entry"
import { rowsOf } from "./sql"

/** Who enters, from the session: staff for the office, a member for the unit. */
export interface Entrant {
  side: EntrySide
  by: string
  at: Date
}

export type EntryRow = Omit<UnitEntry, "at"> & { at: Date }
type Said = Pick<UnitEntry, "what" | "value" | "before"> & Partial<Pick<UnitEntry, "year" | "purpose" | "on_day" | "evidence">>

async function appendEntry(transaction: Knex, organisation_id: string, { what, value, before, year = null, purpose = null, on_day = null, evidence = "" }: Said, { side, by, at }: Entrant): Promise<void> {
  await transaction.raw(`insert into spending_entry (organisation_id, what, year, purpose, on_day, value, before, evidence, side, entered_by, entered_at)
    values (:organisation_id, :what, :year, :purpose, :on_day, :value, :before, :evidence, :side, :by, :at)`, { organisation_id, what, year, purpose, on_day, value, before, evidence, side, by, at } as never)
}

/** What is said again is not written again. */
export async function appendBudget(transaction: Knex, organisation_id: string, { year, purpose, amount_fen }: BudgetInput, before: number | null, entrant: Entrant): Promise<void> {
  if (before !== amount_fen) await appendEntry(transaction, organisation_id, { what: "budget", value: amount_fen, before, year, purpose }, entrant)
}

export async function appendHeadcount(transaction: Knex, organisation_id: string, { on_day, members, evidence }: HeadcountInput, held: HeadcountInput | null, entrant: Entrant): Promise<void> {
  if (held?.members !== members || held.evidence !== evidence) await appendEntry(transaction, organisation_id, { what: "headcount", value: members, before: held?.members ?? null, on_day, evidence }, entrant)
}

/** The latest first. */
export async function readEntries(connection: Knex, organisation_id: string): Promise<EntryRow[]> {
  return rowsOf(connection, `select what, year, purpose, on_day, value::float8 as value, before::float8 as before, evidence, side, entered_by as by, entered_at as at
    from spending_entry where organisation_id = :organisation_id order by id desc limit 60`, { organisation_id })
}

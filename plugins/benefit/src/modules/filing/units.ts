import { createHash } from "node:crypto"
import { allowed, refusal } from "@fupin/access"
import type { ReportingSettingInput, ReportingUnitInput } from "@fupin/contract/schemas"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { decideUnit } from "../../domain/filing/decide-unit"
import { decideRegionPeriod, decideSetting, periodsUpTo, termsOf } from "../../domain/filing/reporting-setting"
import { regionPrefix } from "../../domain/place"
import { readSettings, readUnits, type UnitRow } from "./rows"

const idOf = (prefix: string, ...parts: string[]) => `${prefix}_${createHash("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, 26)}`

/** One at a time: units, settings and the filings that follow from them belong together. */
const lock = (transaction: Knex) => transaction.raw("select pg_advisory_xact_lock(hashtextextended('filing:units', 0))")

/**
 * Saves a unit and opens its filings; without an id, the unit of that name in that region, or a new one.
 * Errors: unknown_unit, unit_name_taken, unit_parent_refused, unit_has_filed.
 */
export async function saveUnit(connection: Knex, input: ReportingUnitInput, now: Date): Promise<{ id: string }> {
  return await connection.transaction(async (transaction: Knex) => {
    await lock(transaction)
    const units = await readUnits(transaction)
    const same = units.find(({ name, region_code }) => name === input.name && region_code === input.region_code)
    const held = input.id === undefined ? same : units.find(({ id }) => id === input.id)
    if (input.id !== undefined && !held) throw refusal("not_found", "unknown_unit")
    if (same && same.id !== held?.id) throw refusal("conflict", "unit_name_taken")
    const parent = input.parent_id === null ? null : units.find(({ id }) => id === input.parent_id)
    if (parent === undefined) throw refusal("invalid_data", "unknown_unit")
    const unit = { ...input, id: held?.id ?? idOf("runit", input.region_code, input.name), region_prefix: regionPrefix(input.region_code) }
    allowed(decideUnit(unit, parent, held ?? null))
    await transaction.raw(
      `insert into reporting_unit (id, name, kind, region_code, region_prefix, organisation_id, parent_id, contact, since, until, remind_days)
       values (:id, :name, :kind, :region_code, :region_prefix, :organisation_id, :parent_id, :contact, :since, :until, :remind_days)
       on conflict (id) do update set name = excluded.name, kind = excluded.kind, region_code = excluded.region_code, region_prefix = excluded.region_prefix,
         organisation_id = excluded.organisation_id, parent_id = excluded.parent_id, contact = excluded.contact, since = excluded.since, until = excluded.until, remind_days = excluded.remind_days`,
      unit as never)
    await transaction.raw("delete from filing where unit_id = ? and state = 'open' and version = 0", [unit.id])
    await openIn(transaction, now)
    return { id: unit.id }
  })
}

/** Sets what a region wants from a period on; the open filings of that time follow. Error: setting_touches_past. */
export async function saveSetting(connection: Knex, input: ReportingSettingInput, now: Date): Promise<void> {
  await connection.transaction(async (transaction: Knex) => {
    await lock(transaction)
    const { rows: [{ last_begun }] } = await transaction.raw(
      `select max(f.period) as last_begun from filing f join reporting_unit u on u.id = f.unit_id
       where u.region_code like ? and (f.state <> 'open' or f.version > 0 or f.to_at <= ?)`, [`${regionPrefix(input.region_code)}%`, now])
    allowed(decideSetting(input, last_begun))
    await transaction.raw(
      `insert into reporting_setting (region_code, valid_from, cutoff_day, due_day, stage) values (:region_code, :valid_from, :cutoff_day, :due_day, :stage)
       on conflict (region_code, valid_from) do update set cutoff_day = excluded.cutoff_day, due_day = excluded.due_day, stage = excluded.stage`, input as never)
    await transaction.raw("delete from filing f using reporting_unit u where u.id = f.unit_id and u.region_code like ? and f.period >= ? and f.state = 'open' and f.version = 0",
      [`${regionPrefix(input.region_code)}%`, input.valid_from])
    await openIn(transaction, now)
  })
}

/** Opens the filings that every unit must have begun by now; those that are there stay. */
export async function openFilings(connection: Knex, now: Date): Promise<void> {
  await connection.transaction(async (transaction: Knex) => {
    await lock(transaction)
    await openIn(transaction, now)
  })
}

async function openIn(transaction: Knex, now: Date): Promise<void> {
  const settings = await readSettings(transaction)
  const due = (await readUnits(transaction)).flatMap((unit) => periodsUpTo(settings, unit, now).map((period) => filingOf(unit, period, settings)))
  await transaction.raw(
    `insert into filing (id, unit_id, period, from_at, to_at, due_at, stage)
     select id, unit_id, period, from_at, to_at, due_at, stage from jsonb_to_recordset(?::jsonb) as n(id text, unit_id text, period text, from_at timestamptz, to_at timestamptz, due_at timestamptz, stage text)
     on conflict do nothing`, [JSON.stringify(due)])
}

function filingOf(unit: UnitRow, period: string, settings: Awaited<ReturnType<typeof readSettings>>) {
  const bounds = allowed(decideRegionPeriod(settings, unit.region_code, period))
  return { id: idOf("filing", unit.id, period), unit_id: unit.id, period, from_at: bounds.from, to_at: bounds.to, due_at: bounds.due_at, stage: termsOf(settings, unit.region_code, period).stage }
}

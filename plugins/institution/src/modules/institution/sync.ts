import type { EntityManager } from "@medusajs/framework/mikro-orm/knex"
import { generateEntityId } from "@medusajs/framework/utils"
import { BROKEN } from "../../domain/occurrence-state"
import { type Calendar, planDates } from "../../domain/plan-dates"
import { planRows, type Row, type RowPlan } from "../../domain/plan-rows"
import { restsIn } from "../../domain/regional-holidays"
import { readDaysOff } from "./days-off"
import { forgetTries } from "./outcome"

export interface SyncWindow {
  from: string
  to: string
  /** These standing orders alone; null for all. */
  standing_order_ids: string[] | null
}

const PAGE = 200

/** Makes the rows of a window say what the calendars say, a page of standing orders at a time under their locks. Answers how many were inserted. */
export async function syncRows(manager: EntityManager, window: SyncWindow): Promise<number> {
  let inserted = 0
  for (let after = ""; ; ) {
    const orders = await readCalendars(manager, window, after, "for update of s")
    inserted += await syncPage(manager, orders, window)
    if (orders.length < PAGE) return inserted
    after = orders.at(-1)!.id
  }
}

/** What rows a page of standing orders holds and should hold, in three statements. */
async function syncPage(manager: EntityManager, orders: (Calendar & { id: string })[], { from, to }: SyncWindow): Promise<number> {
  if (orders.length === 0) return 0
  const held: (Row & { standing_order_id: string })[] = await manager.execute(`
    select id, standing_order_id, delivery_date, cutoff_on, state, error, array_to_json(order_ids) as order_ids, decided_by from occurrence
    where standing_order_id in (select jsonb_array_elements_text(?::jsonb)) and round = 1 and delivery_date >= ? and delivery_date <= ? and deleted_at is null`, [JSON.stringify(orders.map(({ id }) => id)), from, to])
  const rows = new Map<string, Row[]>()
  for (const { standing_order_id, ...row } of held) rows.set(standing_order_id, [...(rows.get(standing_order_id) ?? []), row])
  const plans = orders.map(({ id, ...calendar }) => ({ id, ...planRows(planDates(calendar, from, to), rows.get(id) ?? []) }))
  const inserts = plans.flatMap(({ id, insert }) => insert.map((row) => ({ ...row, id: generateEntityId(undefined, "occ"), standing_order_id: id })))
  await insertRows(manager, inserts)
  await updateRows(manager, plans.flatMap(({ update }) => update))
  return inserts.length
}

async function insertRows(manager: EntityManager, rows: (RowPlan["insert"][number] & { id: string; standing_order_id: string })[]): Promise<void> {
  if (rows.length === 0) return
  await manager.execute(`insert into occurrence (id, standing_order_id, delivery_date, cutoff_on, state, error, decided_by, edits, order_ids)
    select id, standing_order_id, delivery_date, cutoff_on, state, error, decided_by, '{}'::jsonb, '{}'
    from jsonb_to_recordset(?::jsonb) as r (id text, standing_order_id text, delivery_date text, cutoff_on text, state text, error text, decided_by text)
    on conflict do nothing`, [JSON.stringify(rows)])
}

/** The states are matched again, so that a row taken up meanwhile is left to its worker. */
async function updateRows(manager: EntityManager, rows: RowPlan["update"]): Promise<void> {
  if (rows.length === 0) return
  const moved: { id: string }[] = await manager.execute(`update occurrence o set state = r.state, error = r.error, decided_by = r.decided_by, cutoff_on = r.cutoff_on, updated_at = now()
    from jsonb_to_recordset(?::jsonb) as r (id text, state text, error text, decided_by text, cutoff_on text)
    where o.id = r.id and (o.state = 'planned' or o.decided_by = 'calendar' or (o.state = 'failed' and o.order_ids = '{}' and o.error is distinct from ?)) returning o.id`, [JSON.stringify(rows), BROKEN])
  await forgetTries(manager, moved.map(({ id }) => id))
}

type CalendarRow = Omit<Calendar, "regional_holidays"> & { id: string; region_code: string }

/** A page of the calendars that concern a window, by id after `after`; locked where they are to be followed. */
export async function readCalendars(manager: EntityManager, window: SyncWindow, after: string, lock: "for update of s" | "" = ""): Promise<(Calendar & { id: string })[]> {
  const ids = window.standing_order_ids === null ? null : JSON.stringify(window.standing_order_ids)
  const rows: CalendarRow[] = await manager.execute(`
    select s.id, array_to_json(s.weekdays) as weekdays, s.starts_on, s.ends_on, s.paused_from, s.resume_on, s.skip_statutory_holidays, s.deliver_on_makeup_workdays,
      u.region_code, a.valid_from as term_from, a.valid_to as term_to, a.lead_time_days,
      coalesce((select json_agg(json_build_object('name', v.name, 'from_on', v.from_on, 'to_on', v.to_on) order by v.from_on) from organisation_vacation v
        where v.organisation_id = a.organisation_id and s.observe_vacations), '[]'::json) as vacations
    from standing_order s join supply_agreement a on a.id = s.agreement_id join organisation u on u.id = a.organisation_id
    where s.deleted_at is null and s.id > ? and s.starts_on <= ? and (?::jsonb is null or s.id in (select jsonb_array_elements_text(?::jsonb)))
      and (s.ends_on is null or s.ends_on >= ? or exists (select 1 from occurrence o where o.standing_order_id = s.id and o.state in ('planned', 'failed')))
    order by s.id limit ? ${lock}`, [after, window.to, ids, ids, window.from, PAGE])
  const decided = rows.length === 0 ? [] : await readDaysOff(manager)
  return rows.map(({ region_code, ...row }) => ({ ...row, weekdays: row.weekdays.map(Number), regional_holidays: restsIn(region_code, decided) }))
}

import type { EntityManager } from "@medusajs/framework/mikro-orm/knex"
import { generateEntityId } from "@medusajs/framework/utils"
import { type Calendar, planDates } from "../../domain/plan-dates"
import { planRows, type Row, type RowPlan } from "../../domain/plan-rows"

export interface SyncWindow {
  from: string
  to: string
  /** These standing orders alone; null for all. */
  standing_order_ids: string[] | null
}

const PAGE = 200

/** Makes the rows of a window say what the calendars say, standing order by standing order under its lock. Answers how many were inserted. */
export async function syncRows(manager: EntityManager, window: SyncWindow): Promise<number> {
  let inserted = 0
  for (let after = ""; ; ) {
    const orders = await lockCalendars(manager, window, after)
    for (const { id, ...calendar } of orders) inserted += await syncOne(manager, id, calendar, window)
    if (orders.length < PAGE) return inserted
    after = orders.at(-1)!.id
  }
}

async function syncOne(manager: EntityManager, id: string, calendar: Calendar, { from, to }: SyncWindow): Promise<number> {
  const held: Row[] = await manager.execute(
    "select id, delivery_date, cutoff_on, state, error, decided_by from occurrence where standing_order_id = ? and delivery_date >= ? and delivery_date <= ? and deleted_at is null", [id, from, to])
  const plan = planRows(planDates(calendar, from, to), held)
  await writePlan(manager, id, plan)
  return plan.insert.length
}

/** The states are matched again, so that a row taken up meanwhile is left to its worker. */
async function writePlan(manager: EntityManager, standingOrderId: string, { insert, update }: RowPlan): Promise<void> {
  for (const row of insert) {
    await manager.execute(`insert into occurrence (id, standing_order_id, delivery_date, cutoff_on, state, error, decided_by, edits, order_ids)
      values (?, ?, ?, ?, ?, ?, ?, '{}'::jsonb, '{}') on conflict do nothing`,
    [generateEntityId(undefined, "occ"), standingOrderId, row.delivery_date, row.cutoff_on, row.state, row.error, row.decided_by])
  }
  for (const row of update) {
    await manager.execute("update occurrence set state = ?, error = ?, decided_by = ?, cutoff_on = ?, updated_at = now() where id = ? and (state = 'planned' or decided_by = 'calendar')",
      [row.state, row.error, row.decided_by, row.cutoff_on, row.id])
  }
}

async function lockCalendars(manager: EntityManager, window: SyncWindow, after: string): Promise<(Calendar & { id: string })[]> {
  const ids = window.standing_order_ids === null ? null : JSON.stringify(window.standing_order_ids)
  const rows: (Calendar & { id: string })[] = await manager.execute(`
    select s.id, array_to_json(s.weekdays) as weekdays, s.starts_on, s.ends_on, s.paused_from, s.resume_on, s.skip_statutory_holidays, s.deliver_on_makeup_workdays,
      a.valid_from as term_from, a.valid_to as term_to, a.lead_time_days
    from standing_order s join supply_agreement a on a.id = s.agreement_id
    where s.deleted_at is null and s.id > ? and s.starts_on <= ? and (?::jsonb is null or s.id in (select jsonb_array_elements_text(?::jsonb)))
      and (s.ends_on is null or s.ends_on >= ? or exists (select 1 from occurrence o where o.standing_order_id = s.id and o.state = 'planned'))
    order by s.id limit ? for update of s`, [after, window.to, ids, ids, window.from, PAGE])
  return rows.map((row) => ({ ...row, weekdays: row.weekdays.map(Number) }))
}

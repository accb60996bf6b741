import { ERRORS } from "@fupin/contract/codes"
import type { RunResult, StandingRun } from "@fupin/contract/schemas"
import type { EntityManager } from "@medusajs/framework/mikro-orm/knex"
import { generateEntityId } from "@medusajs/framework/utils"
import { planDates } from "../../domain/plan-dates"
import { OVER_BUDGET } from "../../domain/spending/plan-gate"
import { readCalendars, type SyncWindow } from "./sync"

export type RunRow = Omit<StandingRun, "started_at" | "ended_at"> & { id: string; started_at: Date; ended_at: Date | null }
export type RunEnd = { result: RunResult } | { error: string }

export async function beginRun(manager: EntityManager): Promise<string> {
  const id = generateEntityId(undefined, "srun")
  await manager.execute("insert into standing_run (id) values (?)", [id])
  return id
}

/** Why deliveries stand as failed, the most frequent reason first; what a unit's own people wrote, and its figures, are left out, and what only waits for their approval. */
const FAILURES = `coalesce((select jsonb_agg(f) from (select case when error like '%${OVER_BUDGET}%' then '超出单位的年度预算' else split_part(coalesce(error, ''), '：', 1) end as reason, count(*)::integer as count
  from occurrence where state = 'failed' and deleted_at is null and coalesce(error, '') not like '%${ERRORS.approval_needed}%' group by 1 order by 2 desc, 1 limit 10) f), '[]'::jsonb)`

/** Written after the work: an end without an error is a run that did all of it. */
export async function endRun(manager: EntityManager, id: string, end: RunEnd, gaps: StandingRun["gaps"]): Promise<void> {
  const [result, error] = "error" in end ? [null, end.error] : [JSON.stringify(end.result), null]
  await manager.execute(`update standing_run set ended_at = now(), result = ?::jsonb, error = ?, gaps = ?::jsonb, failures = ${FAILURES} where id = ?`, [result, error, JSON.stringify(gaps), id])
}

export interface LastRuns {
  /** The run that ended last, and the last that ended well. */
  last: RunRow | null
  well: RunRow | null
  /** Since when there is something to run. */
  since: Date | null
}

export async function readLastRuns(manager: EntityManager): Promise<LastRuns> {
  const rows: RunRow[] = await manager.execute(`(select * from standing_run where ended_at is not null order by ended_at desc limit 1)
    union (select * from standing_run where ended_at is not null and error is null order by ended_at desc limit 1) order by ended_at desc`)
  const [first]: { since: Date | null }[] = await manager.execute("select min(created_at) as since from standing_order")
  return { last: rows[0] ?? null, well: rows.find(({ error }) => error === null) ?? null, since: first!.since }
}

/** Days of a window on which calendars name deliveries that have no row, and how many; a page of standing orders at a time. */
export async function readGaps(manager: EntityManager, { from, to }: Pick<SyncWindow, "from" | "to">): Promise<StandingRun["gaps"]> {
  const missing = new Map<string, number>()
  for (let after: string | undefined = ""; after !== undefined;) {
    const calendars = await readCalendars(manager, { from, to, standing_order_ids: null }, after)
    const held: { key: string }[] = await manager.execute(`select standing_order_id || delivery_date as key from occurrence
      where standing_order_id in (select jsonb_array_elements_text(?::jsonb)) and round = 1 and delivery_date >= ? and delivery_date <= ? and deleted_at is null`, [JSON.stringify(calendars.map(({ id }) => id)), from, to])
    const keys = new Set(held.map(({ key }) => key))
    for (const { id, ...calendar } of calendars) {
      for (const { date } of planDates(calendar, from, to)) if (!keys.has(id + date)) missing.set(date, (missing.get(date) ?? 0) + 1)
    }
    after = calendars.at(-1)?.id
  }
  return [...missing].sort(([one], [other]) => (one < other ? -1 : 1)).map(([date, count]) => ({ date, count }))
}

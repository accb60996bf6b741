import type { OccurrenceState } from "@fupin/contract/schemas"
import { isUnordered } from "./occurrence-state"
import type { PlannedDate } from "./plan-dates"

/** An occurrence as it stands; `decided_by` says who skipped or cancelled it: calendar, person, or its orders. */
export interface Row {
  id: string
  delivery_date: string
  cutoff_on: string
  state: OccurrenceState
  error: string | null
  order_ids: readonly string[]
  decided_by: "calendar" | "person" | "order" | null
}

interface RowChange {
  cutoff_on: string
  state: OccurrenceState
  error: string | null
  decided_by: "calendar" | null
}

export interface RowPlan {
  insert: (RowChange & { delivery_date: string })[]
  update: (RowChange & { id: string })[]
}

const OUT_OF_PLAN = "已不在配送计划内"

/**
 * What the rows of a window should become so that they say what the calendar says: missing dates are inserted, those out of plan
 * cancelled with a reason, those back in plan opened again. One that was tried without an order is taken out like any other, and goes on
 * being tried while it is in plan. What a person decided, and what was ever placed, stays.
 */
export function planRows(planned: PlannedDate[], held: Row[]): RowPlan {
  const byDate = new Map(held.map((row) => [row.delivery_date, row]))
  const insert = planned.filter(({ date }) => !byDate.has(date)).map((day) => ({ delivery_date: day.date, ...stateOf(day) }))
  const days = new Map(planned.map((day) => [day.date, day]))
  const update = held.flatMap((row) => {
    const change = changeOf(row, days.get(row.delivery_date))
    return change === null || isSame(row, change) ? [] : [{ id: row.id, ...change }]
  })
  return { insert, update }
}

function changeOf(row: Row, day: PlannedDate | undefined): RowChange | null {
  const follows = row.state === "planned" || (row.decided_by === "calendar" && (row.state === "skipped" || row.state === "cancelled"))
  const isTried = isUnordered(row)
  if (!follows && !isTried) return null
  if (isTried && day?.skipped === null) return null
  return day ? stateOf(day) : { cutoff_on: row.cutoff_on, state: "cancelled", error: OUT_OF_PLAN, decided_by: "calendar" }
}

function stateOf(day: PlannedDate): RowChange {
  return day.skipped === null
    ? { cutoff_on: day.cutoff_on, state: "planned", error: null, decided_by: null }
    : { cutoff_on: day.cutoff_on, state: "skipped", error: day.skipped, decided_by: "calendar" }
}

function isSame(row: Row, change: RowChange): boolean {
  return row.state === change.state && row.error === change.error && row.cutoff_on === change.cutoff_on
}

import { describe, expect, it } from "vitest"
import { addDays, CATCH_UP_DAYS, daysBetween, HORIZON_DAYS } from "./business-day"
import { isInForce, type Membership } from "./decide-member"
import type { AgreementTerms } from "./decide-standing-order"
import { type Calendar, planDates } from "./plan-dates"
import { decideOutcome, planDelivery, SHORT } from "./plan-delivery"
import { planRows, type Row } from "./plan-rows"
import { indexKey } from "./price-rule"
import { BASE_MONTH, type Day, ENTERED_ON, expectedYear, FROM, indexValues, LEAVES, PAUSE, SHORT_WEEK, SUCCESSOR, TO, VACATIONS } from "./school-year"
import { shareWithin } from "./share-stock"

const terms: AgreementTerms = {
  valid_from: FROM, valid_to: TO, weekdays: [1, 4], lines: [{ variant_id: "rice", unit_price_fen: 5000, max_quantity: null, price_rule: { kind: "index", series: "大米", base_month: BASE_MONTH, lag_months: 1 } }],
}

function calendarOn(today: string): Calendar {
  const isPaused = today >= PAUSE.entered_on
  return {
    weekdays: [1, 4], starts_on: FROM, ends_on: null, paused_from: isPaused ? PAUSE.from : null, resume_on: isPaused ? PAUSE.resume_on : null, skip_statutory_holidays: true, deliver_on_makeup_workdays: true,
    term_from: FROM, term_to: TO, lead_time_days: 2, vacations: VACATIONS.filter(({ name }) => today >= ENTERED_ON[name]!), regional_holidays: [],
  }
}

const indicesOn = (today: string): Map<string, number> => new Map(indexValues(today).map(({ month, value }) => [indexKey("大米", month), value]))

const MEMBERS: Membership[] = [
  { organisation_id: "school", role: "buyer", verified_at: new Date("2023-08-01T00:00:00Z"), left_at: LEAVES }, { organisation_id: "school", role: "buyer", verified_at: SUCCESSOR, left_at: null },
]

type Held = Row & { price_fen: number | null; supplied: number | null }

/** A day of the house: the calendar is laid out, what is missed too long is dropped, what is past its cut-off is placed. */
function live(rows: Map<string, Held>, today: string, attempts: string[]): void {
  const [from, to] = [addDays(today, -CATCH_UP_DAYS), addDays(today, HORIZON_DAYS)]
  const window = [...rows.values()].filter(({ delivery_date }) => delivery_date >= from && delivery_date <= to)
  const { insert, update } = planRows(planDates(calendarOn(today), from, to), window)
  for (const row of insert) rows.set(row.delivery_date, { id: row.delivery_date, order_ids: [], price_fen: null, supplied: null, ...row })
  for (const { id, ...row } of update) rows.set(id, { ...rows.get(id)!, ...row })
  for (const row of rows.values()) if (["planned", "failed"].includes(row.state) && row.delivery_date < from) Object.assign(row, { state: "cancelled", error: "missed" })
  for (const row of rows.values()) if (["planned", "failed"].includes(row.state) && row.cutoff_on < today) place(row, today, attempts)
}

function place(row: Held, today: string, attempts: string[]): void {
  attempts.push(row.delivery_date)
  if (!MEMBERS.some((member) => isInForce(member, new Date(`${today}T08:00:00Z`)))) return void Object.assign(row, { state: "failed", error: "nobody" })
  const isHail = SHORT_WEEK.includes(row.delivery_date)
  const requests = [{ id: "school", quantity: 40 }, { id: "hospital", quantity: 160 }]
  const share = shareWithin([{ available: isHail ? 60 : 10_000, requests, rule: "pro_rata", reason: SHORT.pledge }]).get("school")
  const [line] = planDelivery({
    delivery_date: row.delivery_date, terms, requested: [{ variant_id: "rice", quantity: 40 }], variants: { rice: { seller_id: "coop", stopped: null } }, shares: { rice: share },
    prices: { shelf: new Map(), indices: indicesOn(today) },
  })
  const { state, error } = decideOutcome([line!])
  Object.assign(row, { state, error, ...(state === "failed" ? {} : { price_fen: line!.unit_price_fen, supplied: line!.supplied }) })
}

describe("thirteen months of a school", () => {
  const rows = new Map<string, Held>()
  const attempts: string[] = []
  const failures: Record<string, string | null> = {}
  for (const today of daysBetween("2023-08-25", addDays(TO, 10))) {
    live(rows, today, attempts)
    for (const { delivery_date, state, error } of rows.values()) if (state === "failed") failures[delivery_date] = error
  }
  const generated = Object.fromEntries([...rows.values()].map(({ delivery_date, state, error, price_fen, supplied }): [string, Day] => [delivery_date, { state, why: error, price_fen, supplied }]))

  it("bring exactly the days expected, each with its state, reason, price and quantity", () => {
    const expected = expectedYear()
    expect(Object.keys(generated).sort()).toEqual(Object.keys(expected).sort())
    for (const date of Object.keys(expected)) expect([date, generated[date]]).toEqual([date, expected[date]])
  })

  it("hold the leap day, and the days around it", () => expect(["2024-02-26", "2024-02-29", "2024-03-04"].map((date) => generated[date]?.state)).toEqual(["placed", "placed", "placed"]))

  it("say why a day could not be placed at first, and place it once it can", () => {
    expect(failures["2023-11-27"]).toBe("nobody")
    expect(generated["2023-11-27"]).toMatchObject({ state: "placed" })
    expect(failures["2024-04-11"]).toContain("缺少 2024-03 的数值")
    expect(generated["2024-04-11"]).toMatchObject({ state: "placed", price_fen: 5350 })
  })

  it("place each day once: nothing that is placed is tried again", () => {
    for (const date of attempts) if (!(date in failures)) expect([date, attempts.filter((one) => one === date).length]).toEqual([date, 1])
  })
})

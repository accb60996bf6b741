import { describe, expect, it } from "vitest"
import { addDays, CATCH_UP_DAYS, daysBetween, HORIZON_DAYS } from "./business-day"
import { isInForce, type Membership } from "./decide-member"
import type { AgreementTerms } from "./decide-standing-order"
import { type Calendar, planDates } from "./plan-dates"
import { decideOutcome, planDelivery, SHORT } from "./plan-delivery"
import { planRows, type Row } from "./plan-rows"
import { indexKey } from "./price-rule"
import { shareWithin } from "./share-stock"

/*
 * Thirteen months of one school, 2023-09-01 to 2024-09-30, day by day: term, vacations, holidays as announced, make-up workdays,
 * a pause, a shortage week, a price index that comes out late, a buyer who leaves, and 29 February. What must happen is written
 * below from the State Council's notices and the school's own calendar, by no code of the house.
 */
const FROM = "2023-09-01"
const TO = "2024-09-30"

/** Monday and Thursday of every week, and the two buyers' year. */
const PAUSE = { entered_on: "2024-05-20", from: "2024-05-23", resume_on: "2024-06-03" }
const VACATIONS = [{ name: "寒假", from_on: "2024-01-20", to_on: "2024-02-25" }, { name: "暑假", from_on: "2024-07-06", to_on: "2024-08-31" }]
/** The vacations are entered this late, when days of them are laid out already. */
const ENTERED_ON: Record<string, string> = { 寒假: "2024-01-10", 暑假: "2024-06-20" }
/** The buyer leaves, and a successor is verified, between two deliveries. */
const LEAVES = new Date("2023-11-25T00:00:00Z")
const SUCCESSOR = new Date("2023-11-29T00:00:00Z")
/** Values come out as their month ends; that of March only on 18 April. */
const BASE = 10_000
const RISE = 100
const LATE = { month: "2024-03", on: "2024-04-18" }

/** Notices 国办发明电〔2022〕16号 and 〔2023〕7号: days off that are Mondays or Thursdays, and make-up days with the weekday each stands in for. */
const HOLIDAYS: Record<string, string> = {
  "2023-10-02": "国庆节", "2023-10-05": "国庆节", "2024-01-01": "元旦", "2024-02-12": "春节", "2024-02-15": "春节", "2024-04-04": "清明", "2024-05-02": "劳动节", "2024-06-10": "端午", "2024-09-16": "中秋",
}
const MAKE_UP: Record<string, "一" | "四"> = { "2023-10-07": "四", "2024-02-04": "四", "2024-04-28": "四", "2024-09-14": "一" }

type Day = { state: string; why: string | null; price_fen: number | null; supplied: number | null }
const skipped = (why: string): Day => ({ state: "skipped", why, price_fen: null, supplied: null })

/** The year as it must be, by date. */
function expectedYear(): Record<string, Day> {
  const year: Record<string, Day> = {}
  for (let day = Date.UTC(2023, 8, 1); day <= Date.UTC(2024, 8, 30); day += 24 * 3_600_000) {
    const moment = new Date(day)
    const date = `${moment.getUTCFullYear()}-${String(moment.getUTCMonth() + 1).padStart(2, "0")}-${String(moment.getUTCDate()).padStart(2, "0")}`
    if (![1, 4].includes(moment.getUTCDay()) && !(date in MAKE_UP)) continue
    year[date] = expectedDay(date)
  }
  return year
}

function expectedDay(date: string): Day {
  if (date >= "2024-05-23" && date <= "2024-06-02") return skipped("暂停配送，2024-06-03 恢复")
  if (date >= "2024-01-20" && date <= "2024-02-25") return skipped("放假：寒假")
  if (date >= "2024-07-06" && date <= "2024-08-31") return skipped("放假：暑假")
  if (date in HOLIDAYS) return skipped(`法定节假日：${HOLIDAYS[date]}`)
  // The March value is out on 18 April: 15 April is caught up, 11 April still lies within seven days, what came before is missed.
  if (date >= "2024-04-01" && date < "2024-04-11") return { state: "cancelled", why: "missed", price_fen: null, supplied: null }
  const price_fen = PRICES[date.slice(0, 7)]!
  const supplied = SHORT_WEEK.includes(date) ? 12 : 40
  return { state: supplied < 40 ? "short" : "placed", why: supplied < 40 ? "采收量不足" : null, price_fen, supplied }
}

/** In the week of the hail sixty are pledged for the school's forty and a hospital's one hundred and sixty: three tenths of each. */
const SHORT_WEEK = ["2024-03-18", "2024-03-21"]
/** ¥50.00 in August 2023, one hundredth of it more each month, a month late. */
const PRICES: Record<string, number> = {
  "2023-09": 5000, "2023-10": 5050, "2023-11": 5100, "2023-12": 5150, "2024-01": 5200, "2024-02": 5250, "2024-03": 5300, "2024-04": 5350, "2024-05": 5400, "2024-06": 5450, "2024-07": 5500, "2024-08": 5550, "2024-09": 5600,
}

const terms: AgreementTerms = {
  valid_from: FROM, valid_to: TO, weekdays: [1, 4], lines: [{ variant_id: "rice", unit_price_fen: 5000, max_quantity: null, price_rule: { kind: "index", series: "大米", base_month: "2023-08", lag_months: 1 } }],
}

function calendarOn(today: string): Calendar {
  const isPaused = today >= PAUSE.entered_on
  return {
    weekdays: [1, 4], starts_on: FROM, ends_on: null, paused_from: isPaused ? PAUSE.from : null, resume_on: isPaused ? PAUSE.resume_on : null, skip_statutory_holidays: true, deliver_on_makeup_workdays: true,
    term_from: FROM, term_to: TO, lead_time_days: 2, vacations: VACATIONS.filter(({ name }) => today >= ENTERED_ON[name]!), regional_holidays: [],
  }
}

/** What is published of the index on a day. */
function indicesOn(today: string): Map<string, number> {
  const months = ["2023-08", "2023-09", "2023-10", "2023-11", "2023-12", "2024-01", "2024-02", "2024-03", "2024-04", "2024-05", "2024-06", "2024-07", "2024-08"]
  const published = months.filter((month, at) => (month === LATE.month ? today >= LATE.on : today >= addDays(`${months[at + 1] ?? "2024-09"}-01`, -2)))
  return new Map(published.map((month) => [indexKey("大米", month), BASE + RISE * months.indexOf(month)]))
}

const MEMBERS: Membership[] = [
  { organisation_id: "school", role: "buyer", verified_at: new Date("2023-08-01T00:00:00Z"), left_at: LEAVES }, { organisation_id: "school", role: "buyer", verified_at: SUCCESSOR, left_at: null },
]

type Held = Row & { price_fen: number | null; supplied: number | null }

/** A day of the house: the calendar is laid out, what is missed too long is dropped, what is past its cut-off is placed. */
function live(rows: Map<string, Held>, today: string, attempts: string[]): void {
  const [from, to] = [addDays(today, -CATCH_UP_DAYS), addDays(today, HORIZON_DAYS)]
  const window = [...rows.values()].filter(({ delivery_date }) => delivery_date >= from && delivery_date <= to)
  const { insert, update } = planRows(planDates(calendarOn(today), from, to), window)
  for (const row of insert) rows.set(row.delivery_date, { id: row.delivery_date, price_fen: null, supplied: null, ...row })
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

import { describe, expect, it } from "vitest"
import { BROKEN } from "./occurrence-state"
import type { PlannedDate } from "./plan-dates"
import { planRows, type Row } from "./plan-rows"

const day = (date: string, skipped: string | null = null): PlannedDate => ({ date, cutoff_on: "2026-11-20", skipped })
const row = (delivery_date: string, change: Partial<Row> = {}): Row => ({ id: delivery_date, delivery_date, cutoff_on: "2026-11-20", state: "planned", error: null, order_ids: [], decided_by: null, ...change })
const said = (planned: PlannedDate[], held: Row[]) => {
  const { insert, update } = planRows(planned, held)
  return [...insert.map(({ delivery_date, state }) => `+${delivery_date} ${state}`), ...update.map(({ id, state }) => `${id} ${state}`)]
}

describe("the rows of a standing order", () => {
  it.each<[string, PlannedDate[], Row[], string[]]>([
    ["are inserted where missing", [day("24"), day("27")], [row("24")], ["+27 planned"]],
    ["show a holiday as skipped", [day("01", "元旦")], [], ["+01 skipped"]],
    ["do not change when they already say so", [day("24"), day("01", "元旦")], [row("24"), row("01", { state: "skipped", error: "元旦", decided_by: "calendar" })], []],
    ["are skipped by a pause", [day("24", "暂停")], [row("24")], ["24 skipped"]],
    ["open again after a pause is lifted", [day("24")], [row("24", { state: "skipped", error: "暂停", decided_by: "calendar" })], ["24 planned"]],
    ["keep what a person skipped", [day("24")], [row("24", { state: "skipped", error: "放假", decided_by: "person" })], []],
    ["are cancelled when out of plan", [], [row("24")], ["24 cancelled"]],
    ["come back into plan", [day("24")], [row("24", { state: "cancelled", error: "x", decided_by: "calendar" })], ["24 planned"]],
    ["are left alone once placed, and while somebody places them", [], (["placed", "short", "delivered", "accepted", "paid", "rejected", "claimed"] as const).map((state, at) => row(String(24 + at), { state, order_ids: ["order_1"] })), []],
    ["that were tried go on being tried while in plan", [day("24")], [row("24", { state: "failed", error: "等待单位审批", cutoff_on: "2026-11-10" })], []],
    ["that were tried without an order are skipped by a pause", [day("24", "暂停")], [row("24", { state: "failed", error: "等待单位审批", cutoff_on: "2026-11-10" })], ["24 skipped"]],
    ["that were tried without an order are cancelled when out of plan", [], [row("24", { state: "failed", error: "等待单位审批" })], ["24 cancelled"]],
    ["that were tried are left alone where an order stands", [day("24", "暂停")], [row("24", { state: "failed", error: "未能下单", order_ids: ["order_1"] })], []],
    ["whose placing broke off are left to the next try, which knows of their orders", [], [row("24", { state: "failed", error: BROKEN })], []],
  ])("%s", (_name, planned, held, expected) => expect(said(planned, held)).toEqual(expected))

  it("planned twice change nothing the second time", () => {
    const { insert } = planRows([day("24"), day("01", "元旦")], [])
    expect(planRows([day("24"), day("01", "元旦")], insert.map((one) => ({ id: one.delivery_date, order_ids: [], ...one })))).toEqual({ insert: [], update: [] })
  })
})

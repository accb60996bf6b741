import { describe, expect, it } from "vitest"
import { readAcceptance, readPlan, readQuantities, readFill } from "./plan-form"

const form = (entries: [string, string][]) => {
  const made = new FormData()
  for (const [name, text] of entries) made.append(name, text)
  return made
}
const PLAN: [string, string][] = [
  ["plan_name", "食堂蔬菜"], ["starts_on", "2026-12-01"], ["ends_on", ""], ["weekday", "1"], ["weekday", "4"], ["q:variant_a", "30"], ["q:variant_b", "0"], ["q:variant_c", ""],
  ["skip_statutory_holidays", "on"], ["name", "李老师"], ["phone", "138 0000 0000"], ["county_code", "500238"], ["detail", "城厢镇一号"],
]
const replaced = (name: string, text: string) => form(PLAN.map(([held, value]) => [held, held === name ? text : value]))

describe("the editor of a standing order", () => {
  it("reads days, quantities and address; lines of nought are left out", () => {
    expect(readPlan(form(PLAN))).toMatchObject({
      ok: true,
      value: {
        name: "食堂蔬菜", ends_on: null, weekdays: [1, 4], lines: [{ variant_id: "variant_a", quantity: 30 }],
        skip_statutory_holidays: true, deliver_on_makeup_workdays: false, delivery: { phone: "13800000000" },
      },
      values: { weekday: "1,4" },
    })
  })

  it.each([
    ["plan_name", "", "plan_name"], ["plan_name", "<b>", "plan_name"], ["starts_on", "", "starts_on"], ["ends_on", "12月", "ends_on"], ["q:variant_a", "abc", "lines"],
    ["q:variant_a", "0", "lines"], ["q:variant_a", "-3", "lines"], ["name", "", "name"], ["phone", "1", "phone"], ["county_code", "", "county_code"], ["detail", "", "detail"], ["weekday", "9", "weekday"],
  ])("asks again when %s is %j", (name, text, field) => {
    const read = readPlan(replaced(name, text))
    expect(read.ok ? {} : read.errors).toEqual({ [field]: expect.stringMatching(/[\u4e00-\u9fff]/) })
    expect(read.values.detail).toBe(name === "detail" ? text : "城厢镇一号")
  })
})

it("reads whom goods are given to, instead of an address", () => {
  const gift = (recipient: string) => readPlan(form([...PLAN.filter(([name]) => !["name", "phone", "county_code", "detail"].includes(name)), ["destination", "gift"], ["recipient_id", recipient], ["reason", "instead_of_donating"]]))
  expect(gift("dnrc_1")).toMatchObject({ ok: true, value: { delivery: null, recipient_id: "dnrc_1", reason: "instead_of_donating" } })
  expect(gift("")).toMatchObject({ ok: false, errors: { recipient_id: "请选择受赠单位" } })
  expect(readPlan(form([...PLAN, ["destination", "own"], ["recipient_id", "dnrc_1"], ["reason", ""]]))).toMatchObject({ ok: true, value: { recipient_id: null, reason: null, delivery: { name: "李老师" } } })
})

it("reads the quantities of one date, nought included", () => {
  expect(readQuantities(form([["q:variant_a", "0"], ["q:variant_b", "12"]]))).toMatchObject({ ok: true, value: { lines: [{ variant_id: "variant_a", quantity: 0 }, { variant_id: "variant_b", quantity: 12 }] } })
  expect(readQuantities(form([["q:variant_a", "1.5"]])).ok).toBe(false)
})

it("reads what was accepted with its reasons, and says beside which line a fault is", () => {
  expect(readAcceptance(form([["q:variant_a", "28"], ["r:variant_a", "两份破损"]]))).toMatchObject({ ok: true, value: { lines: [{ variant_id: "variant_a", accepted: 28, reason: "两份破损" }] } })
  expect(readAcceptance(form([["q:variant_a", "8"], ["r:variant_a", "受潮"], ["t:variant_a", "disposed"], ["c:quality", "present"], ["c:quarantine", "missing"]]))).toMatchObject({ ok: true, value: { lines: [{ turned_away: "disposed" }], certificates: [{ kind: "quality", present: true }, { kind: "quarantine", present: false }] } })
  for (const [typed, accepted] of [["9.876", 9.876], ["9,85", 9.85], ["９．５", 9.5], ["9。5", 9.5], ["0", 0]] as const) expect(readAcceptance(form([["q:variant_a", typed]]))).toMatchObject({ ok: true, value: { lines: [{ accepted }] } })
  for (const typed of ["", "9.8765", "1.2.3", "9 斤", "-1", "1e3"]) expect(readAcceptance(form([["q:variant_a", typed]]))).toMatchObject({ ok: false, errors: { "q:variant_a": expect.stringContaining("三位小数") } })
  const read = readAcceptance(form([["q:variant_a", "x"], ["r:variant_a", "<script>"]]))
  expect(read.ok ? [] : Object.keys(read.errors).sort()).toEqual(["q:variant_a", "r:variant_a"])
})

it("fills in what a link names, and nothing else", () => {
  const none = { quantities: {}, weekdays: [], starts_on: null, ends_on: null }
  expect(readFill({ fill: "variant_01ABC:28", days: "14", from: "2026-11-26", to: "2026-12-31" })).toEqual({ quantities: { variant_01ABC: "28" }, weekdays: [1, 4], starts_on: "2026-11-26", ends_on: "2026-12-31" })
  expect([{ fill: "variant_a:99999" }, { fill: "<b>:1" }, { fill: ["a:1"], days: "89", from: "12月", to: ["2026-12-31"] }, {}].map(readFill)).toEqual([none, none, none, none])
})

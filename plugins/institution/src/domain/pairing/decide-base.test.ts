import type { BaseState, BaseStep, BaseSupport } from "@fupin/contract/schemas"
import { describe, expect, it } from "vitest"
import { type BaseTerms, countedDays, decideBase, decideBaseStep, type GrownGoods, supportersOn } from "./decide-base"

const support = (since: string, until: string | null = null, organisation_id = "factory"): BaseSupport => ({ organisation_id, since, until })
const goods = (origin_code: string, producer_id = "coop"): GrownGoods => ({ product_id: "potato", producer_id, origin_code })
const base = (more: Partial<BaseTerms> = {}): BaseTerms => ({ region_code: "500238104201", since: "2025-03-01", producer_ids: ["coop"], product_ids: ["potato"], supports: [support("2025-03-01")], ...more })

describe("a base", () => {
  it.each([
    ["from the village itself", "500238104201"], ["told by the town alone", "500238104"], ["told by the county alone", "500238"],
  ])("stands with goods %s", (_name, origin) => expect(decideBase(base(), [goods(origin)]).ok).toBe(true))

  it.each([
    ["goods of another producer", base(), [goods("500238104", "other")], "base_goods_of_others"],
    ["goods that nobody sells", base(), [], "base_goods_of_others"],
    ["one of two goods sold by others", base({ product_ids: ["potato", "rice"] }), [goods("500238104"), { ...goods("500238104", "other"), product_id: "rice" }], "base_goods_of_others"],
    ["goods from another town", base(), [goods("500238105")], "base_goods_from_elsewhere"],
    ["a support that ends before it begins", base({ supports: [support("2025-05-01", "2025-04-30")] }), [goods("500238")], "end_before_start"],
    ["a support before the base", base({ supports: [support("2025-02-28")] }), [goods("500238")], "base_support_outside_term"],
    ["a unit that supports it twice on one day", base({ supports: [support("2025-03-01", "2025-06-30"), support("2025-06-30")] }), [goods("500238")], "base_support_overlaps"],
    ["a unit whose support is open twice", base({ supports: [support("2025-03-01"), support("2026-01-01")] }), [goods("500238")], "base_support_overlaps"],
  ])("is refused with %s", (_name, terms, sold, code) => expect(decideBase(terms, sold)).toMatchObject({ ok: false, code }))

  it("may be supported by two at once, and by one again later", () => {
    const supports = [support("2025-03-01", "2025-06-30"), support("2025-07-01"), support("2025-03-01", null, "hospital")]
    expect(decideBase(base({ supports }), [goods("500238")]).ok).toBe(true)
  })
})

const confirm: BaseStep = { step: "confirm", sign_number: "" }
const decline: BaseStep = { step: "decline", reason: "村里没有这个基地" }
const end = (on: string): BaseStep => ({ step: "end", on, reason: "合作期满" })

describe("a step of a base", () => {
  it.each<[BaseState, BaseStep, string]>([
    ["proposed", confirm, "confirmed"], ["proposed", decline, "declined"], ["confirmed", end("2026-07-01"), "ended"], ["confirmed", end("2025-03-01"), "ended"],
    ["proposed", end("2026-07-01"), "base_step_closed"], ["confirmed", confirm, "base_step_closed"], ["confirmed", decline, "base_step_closed"], ["declined", confirm, "base_step_closed"], ["ended", confirm, "base_step_closed"],
    ["ended", end("2026-07-01"), "base_step_closed"], ["confirmed", end("2025-02-28"), "end_before_start"], ["confirmed", end("2026-07-02"), "base_end_in_future"],
  ])("%s, %o: %s", (state, step, result) => {
    const decided = decideBaseStep({ state, since: "2025-03-01" }, step, "2026-07-01")
    expect(decided.ok ? decided.value : decided.code).toBe(result)
  })
})

describe("who supports a base", () => {
  const supports = [support("2025-03-01", "2025-06-30"), support("2025-06-30", null, "hospital")]
  it.each<[BaseState, string, string[]]>([
    ["confirmed", "2025-06-30", ["factory", "hospital"]], ["confirmed", "2025-07-01", ["hospital"]], ["confirmed", "2025-02-28", []], ["proposed", "2025-06-30", []], ["ended", "2025-06-30", []],
  ])("%s on %s", (state, day, who) => expect(supportersOn({ state, since: "2025-03-01", supports }, day)).toEqual(who))
})

describe("the days that count", () => {
  it.each<[BaseState, BaseSupport, string | null, number, { from: string; to: string } | null]>([
    ["confirmed", support("2025-03-01"), null, 2026, { from: "2026-01-01", to: "2026-12-31" }],
    ["confirmed", support("2026-03-01", "2026-05-31"), null, 2026, { from: "2026-03-01", to: "2026-05-31" }],
    ["ended", support("2025-03-01"), "2026-02-15", 2026, { from: "2026-01-01", to: "2026-02-15" }],
    ["ended", support("2025-03-01"), "2025-12-31", 2026, null], ["confirmed", support("2027-01-01"), null, 2026, null],
    ["proposed", support("2025-03-01"), null, 2026, null], ["declined", support("2025-03-01"), null, 2026, null],
  ])("%s, %o, ended %s, in %i: %o", (state, one, ended_on, year, days) => expect(countedDays({ state, since: "2025-03-01", ended_on }, one, year)).toEqual(days))
})

import type { UnitEntry } from "@fupin/contract/schemas"
import { describe, expect, it } from "vitest"
import { entryText } from "./unit-entry-words"

const ENTRY: UnitEntry = { what: "budget", year: 2026, purpose: "delivery", on_day: null, value: 90_000, before: null, evidence: "", side: "unit", by: "王老师", at: "2026-11-23T02:00:00.000Z" }

describe("entryText", () => {
  const cases: [string, Partial<UnitEntry>, string][] = [
    ["a first budget", {}, "王老师 登记 2026 年食堂食材预算 900.00 元"],
    ["a budget raised", { before: 50_000 }, "王老师 将 2026 年食堂食材预算由 500.00 元调高为 900.00 元"],
    ["a budget lowered by the office", { before: 100_000, by: "帮扶办", purpose: "campaign" }, "帮扶办 将 2026 年工会慰问预算由 1,000.00 元调低为 900.00 元"],
    ["members on a day", { what: "headcount", value: 61, before: 60, on_day: "2026-11-23", evidence: "会员名册" }, "王老师 登记 2026-11-23 工会会员 61 人（原 60 人），依据：会员名册"],
    ["a second signature", { what: "second_signature", value: 1, before: 0 }, "王老师 要求验收须由第二人复核签字"],
    ["none any more", { what: "second_signature", value: 0, before: 1 }, "王老师 取消验收的第二人复核"],
  ]
  it.each(cases)("says %s", (_name, change, text) => {
    expect(entryText({ ...ENTRY, ...change })).toBe(text)
  })
})

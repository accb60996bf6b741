import { describe, expect, it } from "vitest"
import type { Temperature } from "@fupin/contract/schemas"
import { type AcceptedLine, decideAccepted, decideAcceptedLines, decideTurnedAway, type TurnedAway } from "./decide-acceptance"

const supplied = [{ variant_id: "potato", settle_by: "count" as const, supplied: 10 }, { variant_id: "tea", settle_by: "count" as const, supplied: 2 }, { variant_id: "crab", settle_by: "count" as const, supplied: 0 }]
const weighed = [{ variant_id: "pork", settle_by: "weight" as const, supplied: 20 }]
const line = (variant_id: string, accepted: number, reason = ""): AcceptedLine => ({ variant_id, accepted, reason })

describe("goods are accepted", () => {
  it.each<[string, AcceptedLine[], string | null]>([
    ["in full", [line("potato", 10), line("tea", 2)], null],
    ["in part, with a reason", [line("potato", 8, "两袋破损"), line("tea", 2)], null],
    ["in part only with a reason", [line("potato", 8), line("tea", 2)], "acceptance_reason_required"],
    ["never above what was supplied", [line("potato", 11), line("tea", 2)], "above_supplied"],
    ["never when nothing was supplied", [line("potato", 10), line("tea", 2), line("crab", 1)], "above_supplied"],
    ["with every line", [line("potato", 10)], "acceptance_incomplete"],
    ["each line once", [line("potato", 10), line("tea", 2), line("tea", 2)], "duplicate_line"],
    ["no strange goods", [line("walnut", 1)], "not_in_agreement"],
  ])("%s", (_name, lines, code) => {
    const decision = decideAcceptedLines(supplied, lines)
    expect(decision.ok ? null : decision.code).toBe(code)
  })
})

describe("goods settled by weight are accepted", () => {
  it.each<[string, AcceptedLine, string | null]>([
    ["to the gram, a little less without a reason", line("pork", 19.876), null],
    ["at exactly what was ordered", line("pork", 20), null],
    ["at 5% less without a reason", line("pork", 19), null],
    ["at more than 5% less only with a reason", line("pork", 18.999), "acceptance_reason_required"],
    ["so, with a reason", line("pork", 12.5, "半箱变质"), null],
    ["never above what was ordered", line("pork", 20.001), "above_supplied"],
    ["not at all only with a reason", line("pork", 0), "acceptance_reason_required"],
  ])("%s", (_name, accepted, code) => {
    const decision = decideAcceptedLines(weighed, [accepted])
    expect(decision.ok ? null : decision.code).toBe(code)
  })
  it("and counted goods never by a part of one", () => expect(decideAcceptedLines(supplied, [line("potato", 9.5, "x"), line("tea", 2)])).toMatchObject({ ok: false, code: "acceptance_whole_units" }))
})

describe("goods that are turned away", () => {
  const kept: Record<string, Temperature> = { rice: "ambient", milk: "chilled", fish: "frozen" }
  it.each<[string, TurnedAway[], string | null]>([
    ["may go back if they keep", [{ variant_id: "rice", turned_away: "returned" }], null],
    ["are disposed of if they are chilled", [{ variant_id: "milk", turned_away: "disposed" }, { variant_id: "rice", turned_away: "returned" }], null],
    ["or frozen", [{ variant_id: "fish", turned_away: "disposed" }], null],
    ["never go back chilled", [{ variant_id: "rice", turned_away: "returned" }, { variant_id: "milk", turned_away: "returned" }], "perishable_not_returned"],
    ["nor frozen", [{ variant_id: "fish", turned_away: "returned" }], "perishable_not_returned"],
    ["and none need be", [{ variant_id: "milk" }, { variant_id: "fish" }], null],
  ])("%s", (_name, lines, code) => {
    const decision = decideTurnedAway((id) => kept[id]!, lines)
    expect(decision.ok ? null : decision.code).toBe(code)
  })
})

describe("after acceptance a delivery", () => {
  it.each([
    ["placed", null, 1, "accepted"], ["short", null, 1, "accepted"], ["placed", null, 0, "rejected"], ["paid", null, 1, "paid"],
    ["planned", null, 1, "illegal_transition"], ["paid", new Date("2026-01-01"), 1, "illegal_transition"], ["accepted", new Date("2026-01-01"), 1, "illegal_transition"],
  ] as const)("%s (accepted %s, %i pieces) is %s", (state, accepted_at, pieces, expected) => {
    const decision = decideAccepted({ state, accepted_at }, [line("potato", pieces, "x")])
    expect(decision.ok ? decision.value : decision.code).toBe(expected)
  })
})

import { OccurrenceState } from "@fupin/contract/schemas"
import { describe, expect, it } from "vitest"
import { awaitsAcceptance, BROKEN, decideEdit, decideFollowed, decideSkip, decideTransition, statesBefore } from "./occurrence-state"

const LEGAL = [
  "planned→claimed", "planned→skipped", "planned→cancelled",
  "claimed→claimed", "claimed→placed", "claimed→short", "claimed→failed", "claimed→cancelled",
  "failed→claimed", "failed→skipped", "failed→cancelled",
  "placed→delivered", "placed→accepted", "placed→rejected", "placed→paid", "placed→cancelled",
  "short→delivered", "short→accepted", "short→rejected", "short→paid", "short→cancelled",
  "delivered→accepted", "delivered→rejected", "delivered→paid", "delivered→cancelled", "accepted→paid", "accepted→cancelled", "skipped→planned", "skipped→cancelled", "cancelled→planned",
]
const states = OccurrenceState.options

describe("an occurrence", () => {
  it.each(states.flatMap((from) => states.map((to) => [from, to] as const)))("from %s to %s only when the table says so", (from, to) =>
    expect(decideTransition(from, to).ok).toBe(LEGAL.includes(`${from}→${to}`)))

  it("knows where each state comes from", () => expect(statesBefore("accepted").sort()).toEqual(["delivered", "placed", "short"]))

  it.each([
    ["planned", "2026-11-24", "2026-11-24", null], ["planned", "2026-11-24", "2026-11-25", "after_cutoff"], ["skipped", "2026-11-24", "2026-11-20", null],
    ["placed", "2026-11-24", "2026-11-20", "illegal_transition"], ["claimed", "2026-11-24", "2026-11-20", "illegal_transition"],
  ] as const)("%s with cut-off %s on %s answers %s", (state, cutoff_on, today, code) => {
    const decision = decideEdit({ state, cutoff_on }, today)
    expect(decision.ok ? null : decision.code).toBe(code)
  })

  it.each([
    ["planned", null, [], "2026-11-24", null], ["planned", null, [], "2026-11-25", "after_cutoff"],
    ["failed", "等待单位审批", [], "2026-11-24", null], ["failed", "等待单位审批", [], "2026-11-30", null],
    ["failed", "未能下单", ["order_1"], "2026-11-24", "illegal_transition"], ["failed", BROKEN, [], "2026-11-24", "illegal_transition"],
    ["claimed", null, [], "2026-11-24", "illegal_transition"], ["placed", null, ["order_1"], "2026-11-24", "illegal_transition"], ["short", "库存不足", [], "2026-11-24", "illegal_transition"],
    ["accepted", null, ["order_1"], "2026-11-24", "illegal_transition"], ["cancelled", null, [], "2026-11-24", "illegal_transition"],
  ] as const)("%s because of %s with orders %j may be skipped on %s: %s", (state, error, order_ids, today, code) => {
    const decision = decideSkip({ state, error, order_ids, cutoff_on: "2026-11-24" }, today)
    expect(decision.ok ? null : decision.code).toBe(code)
  })

  it.each([
    ["placed", {}, true], ["short", {}, true], ["delivered", {}, true], ["short", { order_ids: [] }, false], ["placed", { delivery_date: "2026-11-25" }, false], ["delivered", { accepted_at: new Date(0) }, false],
    ["accepted", {}, false], ["paid", {}, false], ["rejected", {}, false], ["cancelled", {}, false], ["failed", { order_ids: [] }, false],
  ] as const)("%s %j awaits its acceptance: %s", (state, change, expected) =>
    expect(awaitsAcceptance({ state, order_ids: ["order_1"], delivery_date: "2026-11-24", accepted_at: null, ...change }, "2026-11-24")).toBe(expected))

  const [standing, delivered, cancelled] = [{ is_cancelled: false, is_delivered: false }, { is_cancelled: false, is_delivered: true }, { is_cancelled: true, is_delivered: false }]
  it.each([
    ["placed", [delivered, delivered], "delivered"], ["short", [delivered, cancelled], "delivered"], ["placed", [delivered, standing], null], ["placed", [], null],
    ["placed", [cancelled, cancelled], "cancelled"], ["delivered", [cancelled], "cancelled"], ["accepted", [delivered], null], ["delivered", [delivered], null], ["paid", [cancelled], null],
  ] as const)("%s with orders %j becomes %s", (from, orders, to) => expect(decideFollowed(from, [...orders])).toBe(to))
})

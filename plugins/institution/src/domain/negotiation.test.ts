import type { AgreementChange } from "@fupin/contract/schemas"
import { describe, expect, it } from "vitest"
import { type AgreementStage, applyChange, decideAnswer, decidePropose, decideSettleBy, decideSign, decideTerminate, type Proposal, stateOn, type Terms } from "./negotiation"

const terms: Terms = {
  valid_from: "2026-09-01", valid_to: "2027-01-31", weekdays: [1, 4], lead_time_days: 2,
  lines: ["rice", "millet"].map((variant_id) => ({
    variant_id, unit_price_fen: 5500, min_quantity: null, max_quantity: 50, term_min: null, term_max: null, price_rule: { kind: "lock" as const }, grade: "一级", substitute_variant_id: null, temperature: "ambient" as const, settle_by: "count" as const,
  })),
}
const price: AgreementChange = { kind: "price", variant_id: "rice", unit_price_fen: 5300 }
const quantity = (change: object = {}): AgreementChange => ({ kind: "quantity", variant_id: "rice", min_quantity: 5, max_quantity: 40, term_min: 200, term_max: 900, ...change })
const substitute = (other: string | null): AgreementChange => ({ kind: "substitute", variant_id: "rice", substitute_variant_id: other })
const codeOf = (decision: { ok: boolean; code?: string; value?: unknown }) => (decision.ok ? decision.value : decision.code)

describe("a change is proposed", () => {
  it.each<[string, AgreementStage, AgreementChange[], AgreementChange, unknown]>([
    ["of a draft", "draft", [], price, true], ["while others are negotiated", "negotiating", [quantity()], price, true],
    ["not of what is signed", "signed", [], price, "agreement_signed"], ["not of what is terminated", "terminated", [], price, "agreement_terminated"],
    ["not of goods it does not name", "draft", [], { ...price, variant_id: "tea" } as AgreementChange, "not_in_agreement"], ["not twice", "negotiating", [price], price, "proposal_open"],
    ["not with its band upside down", "draft", [], quantity({ min_quantity: 41 }), "term_band_inverted"], ["nor that of the term", "draft", [], quantity({ term_max: 100 }), "term_band_inverted"],
    ["of what stands in for another", "draft", [], substitute("millet"), true], ["not itself", "draft", [], substitute("rice"), "substitute_not_in_agreement"], ["nor goods of no agreement", "draft", [], substitute("tea"), "substitute_not_in_agreement"],
    ["not when it changes nothing", "draft", [], { kind: "days", weekdays: [4, 1], lead_time_days: 2 }, "proposal_no_change"], ["nor a rule that is the same", "draft", [], { kind: "price_rule", variant_id: "rice", price_rule: { kind: "lock" } }, "proposal_no_change"],
    ["of a rule", "draft", [], { kind: "price_rule", variant_id: "rice", price_rule: { kind: "ceiling" } }, true], ["of a temperature", "draft", [], { kind: "temperature", variant_id: "rice", temperature: "chilled" }, true],
    ["not with an end before its start", "draft", [], { kind: "term", valid_from: "2027-01-01", valid_to: "2026-12-31" }, "end_before_start"],
  ])("%s", (_name, stage, open, change, expected) => expect(codeOf(decidePropose(stage, terms, open, change))).toBe(expected))
})

describe("a proposal of the unit is", () => {
  const proposal = (state: Proposal["state"] = "open"): Proposal => ({ side: "organisation", state, change: price, base: { ...price, unit_price_fen: 5500 } as AgreementChange })
  it.each([
    ["accepted by the producer", "open", "producer", "accept", "accepted"], ["declined by the producer", "open", "producer", "decline", "declined"], ["withdrawn by the unit", "open", "organisation", "withdraw", "withdrawn"],
    ["not accepted by the unit itself", "open", "organisation", "accept", "proposal_own"], ["not withdrawn by the producer", "open", "producer", "withdraw", "proposal_own"],
    ["not answered twice", "accepted", "producer", "decline", "proposal_answered"],
  ] as const)("%s", (_name, state, side, answer, expected) => expect(codeOf(decideAnswer(proposal(state), side, answer, terms))).toBe(expected))

  const moved: Terms = applyChange(terms, { ...price, unit_price_fen: 5400 } as AgreementChange)
  it.each<[string, Terms, "accept" | "decline", string]>([
    ["not accepted once that term changed", moved, "accept", "proposal_stale"], ["declined then all the same", moved, "decline", "declined"], ["not accepted once the product is gone", { ...terms, lines: [] }, "accept", "proposal_stale"],
    ["accepted while other terms change", applyChange(terms, quantity()), "accept", "accepted"],
  ])("%s", (_name, now, answer, expected) => expect(codeOf(decideAnswer(proposal(), "producer", answer, now))).toBe(expected))
})

it.each<["count" | "weight", number | null, boolean]>([["count", null, true], ["count", 2500, true], ["weight", 1000, true], ["weight", 2500, false], ["weight", 500, false], ["weight", null, false]])(
  "a line settled by %s of goods that weigh %s grams: %s", (settle_by, weight_grams, ok) => {
    const decision = decideSettleBy(settle_by, { weight_grams, title: "羊肉" })
    expect(decision.ok || decision.message).toEqual(ok || expect.stringMatching(/^羊肉：.*1 公斤/))
  })

it("accepted changes stand in the terms, and only they", () => {
  expect(applyChange(terms, price)).toEqual({ ...terms, lines: [{ ...terms.lines[0], unit_price_fen: 5300 }, terms.lines[1]] })
  expect(applyChange(terms, quantity()).lines[0]).toMatchObject({ min_quantity: 5, max_quantity: 40, term_min: 200, term_max: 900, unit_price_fen: 5500 })
  expect(applyChange(terms, { kind: "days", weekdays: [2], lead_time_days: 3 })).toEqual({ ...terms, weekdays: [2], lead_time_days: 3 })
})

describe("an agreement", () => {
  it.each([["negotiating", 0, true, true], ["draft", 0, false, "signed_scan_required"], ["negotiating", 1, true, "agreement_has_proposals"], ["signed", 0, true, "agreement_signed"]] as const)(
    "%s, %i open, scanned %s: signed? %s", (stage, open, scan, expected) => expect(codeOf(decideSign(stage, open, scan))).toBe(expected))
  it.each([
    ["signed", "2026-12-01", "2026-12-01"], ["signed", "2028-01-01", "2027-01-31"], ["signed", "2026-11-21", "date_in_the_past"], ["draft", "2026-12-01", "agreement_not_signed"], ["terminated", "2026-12-01", "agreement_terminated"],
  ] as const)("%s is terminated by %s: %s", (stage, last, expected) => expect(codeOf(decideTerminate(stage, terms.valid_to, last, "2026-11-22"))).toBe(expected))
  it.each([
    ["draft", "2026-10-01", "draft"], ["signed", "2026-08-31", "upcoming"], ["signed", "2026-09-01", "in_force"], ["signed", "2027-01-31", "in_force"], ["signed", "2027-02-01", "ended"],
    ["terminated", "2027-01-31", "in_force"], ["terminated", "2027-02-01", "terminated"],
  ] as const)("%s on %s is %s", (stage, day, expected) => expect(stateOn(stage, terms, day)).toBe(expected))
})

import { expect, it } from "vitest"
import { agreementOf, type Draft, type DraftLine, mergedDraft, withLines } from "./draft"
import { newLineTexts } from "./line-texts"

const line = (variant_id: string, price: string): DraftLine => ({ variant_id, title: variant_id, specification: "", texts: newLineTexts(price) })
const draft = (change: Partial<Draft> = {}): Draft => ({
  number: "定采〔2026〕001", organisation_id: "orga_1", producer_id: "any", valid_from: "2026-09-01", valid_to: "2027-01-31", weekdays: [1, 4], lead_time_days: "1", stage: "draft", version: 1,
  lines: [line("potato", "36"), line("rice", "55")], ...change,
})

it("what was typed stays, what was left alone becomes the newest, and the next save is of the newest version", () => {
  const typed = draft({ valid_to: "2027-06-30", lines: [line("potato", "35"), line("rice", "55"), line("tea", "120")] })
  const theirs = draft({ version: 2, weekdays: [2], valid_to: "2027-03-31", lines: [line("potato", "34"), line("rice", "54"), line("egg", "9")] })
  expect(mergedDraft(draft(), typed, theirs)).toEqual(draft({ version: 2, weekdays: [2], valid_to: "2027-06-30", lines: [line("potato", "35"), line("rice", "54"), line("egg", "9"), line("tea", "120")] }))
})

it("goods taken out by either stay out, unless the other changed them", () => {
  const without = (id: string, version = 1) => draft({ version, lines: draft().lines.filter(({ variant_id }) => variant_id !== id) })
  expect(mergedDraft(draft(), without("rice"), draft({ version: 2 })).lines).toEqual([line("potato", "36")])
  expect(mergedDraft(draft(), draft(), without("rice", 2)).lines).toEqual([line("potato", "36")])
  expect(mergedDraft(draft(), draft({ lines: [line("potato", "36"), line("rice", "50")] }), without("rice", 2)).lines).toEqual([line("potato", "36"), line("rice", "50")])
})

it("every term of a line is sent as it was typed", () => {
  const texts = { ...newLineTexts("36.5"), min_quantity: "2", max_quantity: "50", term_min: "100", term_max: "900", rule: "index", series: "全国大米", base_month: "2026-08", lag_months: "2", grade: "一级", substitute: "rice", temperature: "chilled", settle_by: "weight" }
  const { lines: [potato, rice] } = agreementOf(draft({ lines: [{ ...line("potato", ""), texts }, line("rice", "55")] }))
  expect(potato).toEqual({
    variant_id: "potato", unit_price_fen: 3650, min_quantity: 2, max_quantity: 50, term_min: 100, term_max: 900, price_rule: { kind: "index", series: "全国大米", base_month: "2026-08", lag_months: 2 }, grade: "一级",
    substitute_variant_id: "rice", temperature: "chilled", settle_by: "weight",
  })
  expect(rice).toEqual({ variant_id: "rice", unit_price_fen: 5500, min_quantity: null, max_quantity: null, term_min: null, term_max: null, price_rule: { kind: "lock" }, grade: "", substitute_variant_id: null, temperature: "ambient", settle_by: "count" })
  expect(withLines([{ ...line("potato", "1"), texts }])[0]!.texts.substitute).toBe("none")
  for (const [name, text] of [["price", "36.555"], ["term_max", "半"], ["grade", "一级<b>"], ["base_month", "上月"]] as const) expect(() => agreementOf(draft({ lines: [{ ...line("potato", ""), texts: { ...texts, [name]: text } }, line("rice", "55")] })), name).toThrow()
})

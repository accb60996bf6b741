import { expect, it } from "vitest"
import { type Draft, type DraftLine, mergedDraft } from "./draft"

const line = (variant_id: string, price: string): DraftLine => ({ variant_id, title: variant_id, specification: "", price, max: "", terms: {} })
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

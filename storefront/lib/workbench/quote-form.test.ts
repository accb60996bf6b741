import { expect, it } from "vitest"
import { quoteValues, readQuote } from "./quote-form"

const TYPED = { "goods:0": "variant_potato", "price:0": "39.90", "content:0": "5", "goods:1": "", "price:1": "", "content:1": "", "goods:2": "variant_tea", "price:2": "128", "content:2": "0.25", valid_to: "2026-12-31", note: "现挖现发" }

it("reads what is quoted for, line by line, and leaves out the others", () =>
  expect(readQuote(TYPED, "prdc_1")).toEqual({ ok: true, value: {
    producer_id: "prdc_1", valid_to: "2026-12-31", note: "现挖现发",
    lines: [{ line: 0, variant_id: "variant_potato", unit_price_fen: 3_990, content_milli: 5_000 }, { line: 2, variant_id: "variant_tea", unit_price_fen: 12_800, content_milli: 250 }], deductions: [],
  } }))

it.each([["price:2", "abc"], ["price:2", "0"], ["price:2", "1.234"], ["content:2", ""], ["content:2", "0"], ["valid_to", ""], ["note", "<b>"]])("asks again where %s is %j", (name, text) => {
  const read = readQuote({ ...TYPED, [name]: text }, "prdc_1")
  expect(read.ok ? {} : read.errors).toEqual({ [name]: expect.stringMatching(/\p{Script=Han}/u) })
})

it("asks for one product at least", () =>
  expect(readQuote({ "goods:0": "", valid_to: "2026-12-31" }, "prdc_1")).toMatchObject({ ok: false, message: expect.stringContaining("至少") }))

it("begins with the quote that stands", () => {
  const line = { line: 2, variant_id: "variant_tea", title: "", specification: "", unit_price_fen: 12_850, content_milli: 250, quantity: 4, total_fen: 51_400, is_above_limit: false }
  const quote = { id: "q", valid_to: "2026-12-31", note: "", quoted_at: "", lines: [line], total_fen: 51_400, benefit_fen: 0, households: 0, deductions: [] }
  expect(quoteValues(quote, "2027-01-31")).toEqual({ "goods:2": "variant_tea", "price:2": "128.50", "content:2": "0.25", valid_to: "2026-12-31", note: "" })
  expect(quoteValues(null, "2027-01-31")).toEqual({ valid_to: "2027-01-31" })
})

const TONNE = { bulk: "yes", "goods:0": "variant_maize", "price:0": "2340", "content:0": "1", "criterion:0": "水分每超 1%", "off:0": "20", "criterion:1": "", "off:1": "", valid_to: "2026-12-31" }

it("reads raw material per tonne as one per kilogram, with what is taken off", () =>
  expect(readQuote(TONNE, "prdc_1")).toMatchObject({ ok: true, value: { lines: [{ unit_price_fen: 234, content_milli: 1_000 }], deductions: [{ criterion: "水分每超 1%", per_tonne_fen: 2_000 }] } }))

it.each([["price:0", "2345"], ["price:0", ""], ["off:0", "5"], ["criterion:0", ""]])("asks again where %s of a tonne is %j", (name, text) => {
  const read = readQuote({ ...TONNE, [name]: text }, "prdc_1")
  expect(read.ok ? {} : read.errors).toEqual({ [name]: expect.stringMatching(/\p{Script=Han}/u) })
})

it("begins with the tonne's price that stands", () => {
  const line = { line: 0, variant_id: "variant_maize", title: "", specification: "", unit_price_fen: 234, content_milli: 1_000, quantity: 4, total_fen: 936, is_above_limit: false }
  const quote = { id: "q", valid_to: "2026-12-31", note: "", quoted_at: "", lines: [line], total_fen: 936, benefit_fen: 0, households: 0, deductions: [{ criterion: "杂质", per_tonne_fen: 2_000 }] }
  expect(quoteValues(quote, "2027-01-31", true)).toMatchObject({ "price:0": "2340", "content:0": "1", "criterion:0": "杂质", "off:0": "20" })
})

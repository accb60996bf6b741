import { expect, it } from "vitest"
import { decidePacking, type GoodsToPack } from "./decide-packing"

const goods: GoodsToPack = { product_id: "potato", seller_id: "wuxi", on: "2026-11-25", is_closed: false }
const lot = (id: string, more: object = {}) => ({ id, code: `PC261120-${id}`, product_id: "potato", producer_id: "wuxi", made_on: "2026-11-20", best_before: "2026-11-30", withdrawn_at: null, ...more })
const LOTS = [lot("good"), lot("other"), lot("past", { best_before: "2026-11-24" }), lot("tea", { product_id: "tea" }), lot("rival", { producer_id: "enshi" }), lot("gone", { withdrawn_at: new Date("2026-11-23") })]

it.each<[string, Partial<GoodsToPack>, string[], string | null]>([
  ["goods come from one lot", {}, ["good"], null],
  ["or from several", {}, ["good", "other"], null],
  ["or it is taken back", {}, [], null],
  ["not once they are accepted", { is_closed: true }, ["good"], "packing_closed"],
  ["and is not taken back then", { is_closed: true }, [], "packing_closed"],
  ["not from one nobody entered", {}, ["good", "none"], "unknown_lot"],
  ["not if one of them is past on the day", {}, ["good", "past"], "lot_past_best_before"],
  ["not from a lot of other goods", {}, ["tea"], "lot_of_another_product"],
  ["not from another producer's", {}, ["rival"], "lot_of_another_producer"],
  ["not from one that was taken back", {}, ["gone"], "lot_withdrawn"],
  ["the house's own goods from no producer's", { seller_id: null }, ["good"], "lot_of_another_producer"],
])("%s", (_name, more, wanted, code) => {
  const decision = decidePacking({ ...goods, ...more }, LOTS, wanted)
  expect(decision.ok ? null : decision.code).toBe(code)
})

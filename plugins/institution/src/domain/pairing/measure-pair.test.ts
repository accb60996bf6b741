import { describe, expect, it } from "vitest"
import { measurePair, type PaidOnDay, type PairTerms } from "./measure-pair"

const paid = (on: string, amount_fen: number, origin_code: string | null = "500238104", organisation_id = "school"): PaidOnDay => ({ organisation_id, on, origin_code, amount_fen })
const pair = (more: Partial<PairTerms> = {}): PairTerms => ({ helped_code: "500238", since: "2025-03-15", ended_on: null, targets: [{ year: 2026, target_fen: 100_000 }], ...more })
const TODAY = "2026-07-01"

describe("how far a pair is", () => {
  it("counts what its side paid for goods of the division helped, by month of payment, beside the year before", () => {
    const rows = [paid("2026-01-10", 20_000), paid("2026-06-10", 10_000, "500238", "office"), paid("2026-06-10", 5_000, "422801"), paid("2026-06-10", 7_000, null), paid("2025-12-10", 9_000), paid("2026-03-10", -2_000)]
    expect(measurePair(pair(), rows, 2026, TODAY)).toMatchObject({
      paid_fen: 28_000, last_year_fen: 9_000, target_fen: 100_000, months: [20_000, 0, -2_000, 0, 0, 10_000, 0, 0, 0, 0, 0, 0], units: [{ id: "school", paid_fen: 18_000 }, { id: "office", paid_fen: 10_000 }],
    })
  })
  it("counts nothing before it began or after it ended", () => {
    const rows = [paid("2025-03-14", 1), paid("2025-03-15", 10), paid("2026-04-30", 100), paid("2026-05-01", 1_000)]
    expect(measurePair(pair({ ended_on: "2026-04-30" }), rows, 2026, TODAY)).toMatchObject({ paid_fen: 100, last_year_fen: 10 })
  })
  it.each([
    [100_000, "met"], [99_999, "on_track"], [50_000, "on_track"], [49_000, "behind"],
  ])("%i by the middle of the year: %s", (amount, state) => expect(measurePair(pair(), [paid("2026-01-10", amount)], 2026, TODAY).state).toBe(state))
  it("is not judged in a year without a plan", () => expect(measurePair(pair(), [paid("2025-05-10", 1)], 2025, TODAY)).toMatchObject({ state: "no_target", target_fen: null, paid_fen: 1 }))
})

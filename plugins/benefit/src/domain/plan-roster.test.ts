import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { type Movement, planRoster } from "./plan-roster"

const move = (period: string, amount_fen: number, household_id = "a"): Movement => ({ household_id, period, amount_fen })
const november = (movements: Movement[]) => planRoster(movements, "2026-11", (id) => id === "collective")

describe("the roster of a period", () => {
  it.each<[string, Movement[], number[], number[]]>([
    ["a payment", [move("2026-11", 100)], [100], []],
    ["a net reversal", [move("2026-11", -100)], [], [-100]],
    ["a net of nothing", [move("2026-11", 0)], [], [0]],
    ["a payment less what was carried into it", [move("2026-10", -30), move("2026-11", 100)], [70], [30]],
    ["a payment smaller than what was carried", [move("2026-10", -130), move("2026-11", 100)], [], [100]],
    ["a debt paid off before", [move("2026-09", -30), move("2026-10", 50), move("2026-11", 100)], [100], []],
    ["a credit that was paid out before", [move("2026-10", 50), move("2026-11", -20)], [], [-20]],
    ["nothing in the period", [move("2026-10", -30)], [], []],
    ["what comes later", [move("2026-11", 10), move("2026-12", -10)], [10], []],
  ])("with %s", (_what, movements, rows, carried) => {
    const planned = november(movements)
    expect(planned.rows.map(({ amount_fen }) => amount_fen)).toEqual(rows)
    expect(planned.carried_forward.map(({ amount_fen }) => amount_fen)).toEqual(carried)
  })

  it("lists collectives apart", () => expect(november([move("2026-11", 7, "collective")])).toEqual({ rows: [], carried_forward: [], collectives: [{ household_id: "collective", amount_fen: 7 }] }))

  it("adds up, whatever happened before", () => {
    const movement = fc.record({ household_id: fc.constantFrom("a", "b", "collective"), period: fc.constantFrom("2026-08", "2026-09", "2026-10", "2026-11"), amount_fen: fc.integer({ min: -500, max: 500 }) })
    fc.assert(fc.property(fc.uniqueArray(movement, { selector: ({ household_id, period }) => household_id + period }), (movements) => {
      const { rows, carried_forward, collectives } = november(movements)
      const sum = (of: { amount_fen: number }[]) => of.reduce((total, { amount_fen }) => total + amount_fen, 0)
      expect(sum(rows) + sum(carried_forward) + sum(collectives)).toBe(sum(movements.filter(({ period }) => period === "2026-11")))
      expect(rows.every(({ amount_fen }) => amount_fen > 0)).toBe(true)
    }))
  })
})

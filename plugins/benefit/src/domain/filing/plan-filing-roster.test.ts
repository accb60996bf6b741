import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { planRoster } from "../plan-roster"
import { periodAfter } from "../period"
import { planFilingRoster } from "./plan-filing-roster"

const isCollective = (id: string) => id.startsWith("c")
const of = (sums: { household_id: string; amount_fen: number }[]) => Object.fromEntries(sums.map(({ household_id, amount_fen }) => [household_id, amount_fen]))
const list = (sums: Record<string, number>) => Object.entries(sums).map(([household_id, amount_fen]) => ({ household_id, amount_fen }))
const sum = (sums: { amount_fen: number }[]) => sums.reduce((total, { amount_fen }) => total + amount_fen, 0)

describe("附件1 of a filing", () => {
  it.each([
    ["pays what was earned", { a: 500 }, {}, { a: 500 }, {}, {}],
    ["carries what is negative forward", { a: -500, b: 100 }, {}, { b: 100 }, { a: -500 }, { a: -500 }],
    ["carries zero forward and owes nothing", { a: 0 }, {}, {}, { a: 0 }, {}],
    ["sets it off against what comes", { a: 800 }, { a: -500 }, { a: 300 }, { a: 500 }, {}],
    ["keeps owing what is not reached yet", { a: 200 }, { a: -500 }, {}, { a: 200 }, { a: -300 }],
    ["keeps owing where nothing moved", { b: 10 }, { a: -500 }, { b: 10 }, {}, { a: -500 }],
    ["pays nothing where all is set off", { a: 500 }, { a: -500 }, {}, { a: 500 }, {}],
  ])("%s", (_name, earned, brought, rows, carried, owing) => {
    const planned = planFilingRoster(list(earned as Record<string, number>), list(brought as Record<string, number>), isCollective)
    expect([of(planned.rows), of(planned.carried_forward), of(planned.owing)]).toEqual([rows, carried, owing])
  })

  it("lists collectives as they are", () => expect(planFilingRoster(list({ c1: -5, a: 3 }), [], isCollective)).toMatchObject({ collectives: [{ household_id: "c1", amount_fen: -5 }], rows: [{ amount_fen: 3 }] }))

  it("adds up to the ledger in every filing, and says month by month what the roster of periods says", () => {
    const months = fc.array(fc.dictionary(fc.constantFrom("a", "b", "c1"), fc.integer({ min: -900, max: 900 })), { minLength: 1, maxLength: 8 })
    fc.assert(fc.property(months, (sums) => {
      let owing = list({})
      const movements = sums.flatMap((month, index) => list(month).map((one) => ({ ...one, period: periodAfter("2026-01", index) })))
      sums.forEach((month, index) => {
        const planned = planFilingRoster(list(month), owing, isCollective)
        expect(sum(planned.rows) + sum(planned.carried_forward) + sum(planned.collectives)).toBe(sum(list(month)))
        const { rows, carried_forward, collectives } = planRoster(movements, periodAfter("2026-01", index), isCollective)
        expect([of(planned.rows), of(planned.carried_forward), of(planned.collectives)]).toEqual([of(rows), of(carried_forward), of(collectives)])
        owing = planned.owing
      })
    }))
  })
})

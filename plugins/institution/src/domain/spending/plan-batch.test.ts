import fc from "fast-check"
import { expect, it } from "vitest"
import { type BatchFacts, type BudgetBook, planAhead, planBatch } from "./plan-batch"

const facts = (key: string, amount_fen: number, book: BudgetBook | null, held_fen: number | null = null): BatchFacts => ({ key, amount_fen, content: "x", today: "2026-11-23", held_fen, tiers: [], siblings: [], request: null, book })

it("a batch never takes more of a budget than there is, whatever its purchases took before, and stops only what does not fit", () => {
  const purchase = fc.record({ amount: fc.integer({ min: 1, max: 400 }), before: fc.constantFrom(0, 0, 50) })
  fc.assert(fc.property(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 0, max: 500 }), fc.array(purchase, { maxLength: 8 }), (amount_fen, others_fen, purchases) => {
    const own = new Map(purchases.flatMap(({ before }, at): [string, number][] => (before > 0 ? [[`k${at}`, before]] : [])))
    const book = { amount_fen, others_fen, own }
    const taken = new Map(own)
    const sum = () => [...taken.values()].reduce((fen, one) => fen + one, others_fen)
    planBatch(purchases.map(({ amount }, at) => facts(`k${at}`, amount, book))).forEach(({ plan }, at) => {
      const [{ amount }, key] = [purchases[at]!, `k${at}`]
      const fits = sum() - (taken.get(key) ?? 0) + amount <= amount_fen
      expect(plan.do).toBe(fits ? "pass" : "refuse")
      if (plan.do === "pass") taken.set(key, amount)
    })
  }))
})

it("books are apart, and what has none is not bounded", () => {
  const [one, other] = [1, 2].map(() => ({ amount_fen: 100, others_fen: 0, own: new Map() }))
  expect(planBatch([facts("a", 100, one!), facts("b", 100, other!), facts("c", 1, one!), facts("d", 9_999, null), facts("e", 100, one!, 100)]).map(({ plan }) => plan.do)).toEqual(["pass", "pass", "refuse", "pass", "pass"])
})

it("what one of a batch passes without counts for the next one's tier, whatever its own request says; ahead of time as if approved", () => {
  const tiers = [{ up_to_fen: 100, mode: "none" as const, approvers: [] }, { up_to_fen: 200, mode: "any" as const, approvers: [] }, { up_to_fen: null, mode: "all" as const, approvers: ["a", "b"] }]
  const [siblings, apart] = [[], []]
  const batch = [["a", 60, siblings], ["b", 60, siblings], ["c", 60, apart], ["d", 40, siblings]].map(([key, amount, list]) => ({ ...facts(String(key), Number(amount), null), tiers, siblings: list as [] }))
  expect(planBatch(batch).map(({ plan, judged }) => [plan.do, judged.tier.mode])).toEqual([["pass", "none"], ["ask", "any"], ["pass", "none"], ["pass", "none"]])
  expect(planBatch([...batch, batch[0]!]).at(-1)!.plan.do).toBe("pass")
  const ahead = [60, 60, 130].map((amount, at) => ({ ...facts(`k${at}`, amount, null), tiers, siblings }))
  expect(planAhead(ahead).map(({ plan, judged }) => [plan.do, judged.tier.mode])).toEqual([["pass", "none"], ["ask", "any"], ["ask", "all"]])
})

import { type GateFacts, type GatePlan, planGate } from "./plan-gate"

/** A year's budget of one purpose and what is taken of it: by purchases outside the batch, and by each one in it so far. Fen. */
export interface BudgetBook {
  amount_fen: number
  others_fen: number
  own: ReadonlyMap<string, number>
}

export type BatchFacts = Omit<GateFacts, "budget"> & { key: string; book: BudgetBook | null }

/** The gate for purchases one after another: what one takes of a budget, the next no longer finds there. In their order. */
export function planBatch(batch: BatchFacts[]): GatePlan[] {
  const taken = new Map<BudgetBook, Map<string, number>>()
  return batch.map(({ key, book, ...facts }) => {
    if (book === null) return planGate({ ...facts, budget: null })
    const own = taken.get(book) ?? new Map(book.own)
    taken.set(book, own)
    const before = own.get(key) ?? 0
    const committed_fen = [...own.values()].reduce((sum, fen) => sum + fen, book.others_fen) - before
    const plan = planGate({ ...facts, budget: { amount_fen: book.amount_fen, committed_fen } })
    if (plan.do === "pass") own.set(key, facts.amount_fen)
    return plan
  })
}

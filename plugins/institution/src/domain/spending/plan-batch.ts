import type { ApprovalTier } from "@fupin/contract/schemas"
import { type GateFacts, type GatePlan, planApproval, planGate } from "./plan-gate"
import { asIfApproved, type JudgedTier, type Sibling, tierAmong } from "./split"

/** A year's budget of one purpose and what is taken of it: by purchases outside the batch, and by each one in it so far. Fen. */
export interface BudgetBook {
  amount_fen: number
  others_fen: number
  own: ReadonlyMap<string, number>
}

/** `siblings`: what passed before and is judged together with it; one list for all of the batch that belong together. */
export type AheadFacts = Omit<GateFacts, "budget" | "held_fen" | "tier"> & { key: string; tiers: ApprovalTier[]; siblings: Sibling[] }
export type BatchFacts = AheadFacts & Pick<GateFacts, "held_fen"> & { book: BudgetBook | null }
export interface Judged {
  plan: GatePlan
  judged: JudgedTier
}

/** The gate for purchases one after another: what one takes of a budget, the next no longer finds there, and what one passes with counts for the next one's tier. In their order. */
export function planBatch(batch: BatchFacts[]): Judged[] {
  const taken = new Map<BudgetBook, Map<string, number>>()
  return inTurn(batch, ({ book, ...facts }, judged) => {
    if (book === null) return passOr(planGate({ ...facts, tier: judged.tier, budget: null }), facts)
    const own = taken.get(book) ?? new Map(book.own)
    taken.set(book, own)
    const before = own.get(facts.key) ?? 0
    const committed_fen = [...own.values()].reduce((sum, fen) => sum + fen, book.others_fen) - before
    const plan = planGate({ ...facts, tier: judged.tier, budget: { amount_fen: book.amount_fen, committed_fen } })
    if (plan.do === "pass") own.set(facts.key, facts.amount_fen)
    return passOr(plan, facts)
  })
}

/** The same ahead of time, where no money is reserved yet: what waits for its approvals counts as if it had them. */
export function planAhead(batch: AheadFacts[]): Judged[] {
  return inTurn(batch, (facts, { tier }) => {
    const plan = planApproval({ ...facts, tier })
    if (plan.do === "pass") return passOr(plan, facts)
    const isRejected = plan.do === "refuse" && plan.code === "approval_rejected"
    return { plan, sibling: isRejected ? null : { key: facts.key, amount_fen: facts.amount_fen, given: asIfApproved(tier), askers: [] } }
  })
}

interface Turn { plan: GatePlan; sibling: Sibling | null }

function inTurn<Facts extends AheadFacts>(batch: Facts[], decide: (facts: Facts, judged: JudgedTier) => Turn): Judged[] {
  const among = new Map<Sibling[], Sibling[]>()
  return batch.map((facts) => {
    const others = (among.get(facts.siblings) ?? facts.siblings).filter(({ key }) => key !== facts.key)
    const judged = tierAmong(facts.tiers, facts.amount_fen, others)
    const { plan, sibling } = decide(facts, judged)
    if (sibling) among.set(facts.siblings, [...others, sibling])
    return { plan, judged }
  })
}

/** What passes does so with the approvals of its request, if they were for this. */
function passOr(plan: GatePlan, { key, amount_fen, content, request }: Omit<AheadFacts, "siblings">): Turn {
  if (plan.do !== "pass") return { plan, sibling: null }
  const isForThis = request?.state === "approved" && request.content === content && amount_fen <= request.amount_fen
  return { plan, sibling: { key, amount_fen, given: isForThis ? request.given : [], askers: request?.askers ?? [] } }
}

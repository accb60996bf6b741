import { formatFen } from "@fupin/contract/money"
import type { ApprovalTier, PurchaseKind } from "@fupin/contract/schemas"
import { isApproved } from "./approval-policy"
import type { RequestFacts } from "./decide-approval"

/** What is known of a purchase under the locks of its organisation, when its orders are about to be placed. Amounts in fen. */
export interface GateFacts {
  amount_fen: number
  /** The hash of what is asked for. */
  content: string
  today: string
  /** What is reserved for this very purchase, with this very content, already; null when nothing is. */
  held_fen: number | null
  /** The year's budget and what other purchases take of it; null: there is none to keep to. */
  budget: { amount_fen: number; committed_fen: number } | null
  tier: ApprovalTier
  /** The last request for this purchase. `changed` says that somebody changed the purchase, or asked again, since it was decided. */
  request: (RequestFacts & { approved_until: string | null; reason: string | null; content: string; changed: boolean }) | null
}

/** `ask` closes the last request in the state named, when it has one, and opens another; `reopen` puts the approved one to further approvers. */
export type GatePlan =
  | { do: "pass" }
  | { do: "refuse"; code: "budget_exceeded" | "approval_rejected" | "approval_needed"; message?: string }
  | { do: "ask"; closes: "superseded" | "expired" | null }
  | { do: "reopen" }

/** How a refusal for want of budget begins; the rest says how much is missing. */
export const OVER_BUDGET = "本年度预算还差"

/** What can be done where the budget does not hold a purchase: a delivery's quantities are fixed by then. */
export const budgetWays = (kind: PurchaseKind): string => (kind === "delivery" ? "请单位追加预算，或跳过这次配送" : "请减少数量，或请单位追加预算")

/**
 * Whether a purchase may be ordered now: what was reserved stays reserved, the year's budget holds it, and the approvals its tier
 * asks for were given, for this content and at least this amount, by people who did not ask for it, and not too long ago (R28).
 */
export function planGate(facts: GateFacts): GatePlan {
  if (facts.held_fen !== null && facts.amount_fen <= facts.held_fen) return { do: "pass" }
  const over = facts.budget && facts.budget.committed_fen + facts.amount_fen - facts.budget.amount_fen
  if (over !== null && over > 0) return { do: "refuse", code: "budget_exceeded", message: `${OVER_BUDGET} ${formatFen(over)} 元` }
  return planApproval(facts)
}

/** The same question before anything is to be placed: what to ask of the approvers ahead of time. */
export function planApproval({ amount_fen, content, today, tier, request }: Omit<GateFacts, "held_fen" | "budget">): GatePlan {
  if (tier.mode === "none") return { do: "pass" }
  if (request === null || request.state === "superseded" || request.state === "withdrawn" || request.state === "expired") return { do: "ask", closes: null }
  if (request.state === "rejected") {
    return request.changed ? { do: "ask", closes: null } : { do: "refuse", code: "approval_rejected", message: `单位审批未通过：${request.reason ?? ""}` }
  }
  if (amount_fen > request.amount_fen || content !== request.content) return { do: "ask", closes: "superseded" }
  if (request.state === "open") return today > request.expires_on ? { do: "ask", closes: "expired" } : planOpen(tier, request)
  if (request.approved_until === null || today > request.approved_until) return { do: "ask", closes: "expired" }
  return isApproved(tier, request.given, request.askers) ? { do: "pass" } : { do: "reopen" }
}

/** Still open, though the policy may ask for less by now. */
function planOpen(tier: ApprovalTier, request: RequestFacts): GatePlan {
  return isApproved(tier, request.given, request.askers) ? { do: "pass" } : { do: "refuse", code: "approval_needed" }
}

import { formatFen } from "@fupin/contract/money"
import type { ApprovalTier } from "@fupin/contract/schemas"
import { type Given, isApproved, tierOf } from "./approval-policy"

/** Another purchase judged together with one (拆单), and the approvals it passed with. */
export interface Sibling {
  key: string
  amount_fen: number
  given: Given[]
  askers: string[]
}

/** The tier of a purchase; `sum_fen` and `over_fen` say which sum of purchases passed which bound, where that made it higher. */
export interface JudgedTier {
  tier: ApprovalTier
  raised: { sum_fen: number; over_fen: number } | null
}

/**
 * The tier of a purchase among those it is judged together with: the highest whose lower bound is passed by its amount and all that
 * went through without the approvals of that tier. So what passes without them never adds up to more than the tier below reaches,
 * and splitting a purchase gains nothing.
 */
export function tierAmong(tiers: ApprovalTier[], amount_fen: number, siblings: Sibling[]): JudgedTier {
  const own = tierOf(tiers, amount_fen)
  for (let at = tiers.length - 1; at > tiers.indexOf(own); at -= 1) {
    const tier = tiers[at]!
    const over_fen = tiers[at - 1]!.up_to_fen!
    const sum_fen = siblings.filter(({ given, askers }) => !isApproved(tier, given, askers)).reduce((sum, one) => sum + one.amount_fen, amount_fen)
    if (sum_fen > over_fen) return { tier, raised: { sum_fen, over_fen } }
  }
  return { tier: own, raised: null }
}

/** How a purchase that only waits for the approvals of a tier will have passed: as by those the tier asks for. */
export const asIfApproved = ({ mode, approvers }: ApprovalTier): Given[] =>
  (mode === "none" ? [] : mode === "all" ? approvers : [approvers[0] ?? "anybody"]).map((id) => ({ approver_id: id, decided_by: id }))

/** What of a unit is judged together, where nothing else is said. */
export const SAME_DAY = "今日同类采购"

/** Why more must approve than the amount alone asks for; null when it does not. */
export function raisedText({ raised }: JudgedTier, what: string): string | null {
  return raised && `${what}累计 ¥${formatFen(raised.sum_fen)}，已超过 ¥${formatFen(raised.over_fen)}，按合计金额审批`
}

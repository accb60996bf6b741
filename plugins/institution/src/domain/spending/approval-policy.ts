import { type Decision, no, yes } from "@fupin/contract/codes"
import type { ApprovalTier } from "@fupin/contract/schemas"

/** The tier that an amount falls into: the first that reaches up to it. None: nothing needs approval. */
export function tierOf(tiers: ApprovalTier[], amount_fen: number): ApprovalTier {
  return tiers.find(({ up_to_fen }) => up_to_fen === null || amount_fen <= up_to_fen) ?? { up_to_fen: null, mode: "none", approvers: [] }
}

/** Whether these tiers say for every amount, once, who approves it. Error: invalid_policy. */
export function decidePolicy(tiers: ApprovalTier[]): Decision<ApprovalTier[], "invalid_policy"> {
  const bounds = tiers.map(({ up_to_fen }) => up_to_fen ?? Number.POSITIVE_INFINITY)
  const isRising = bounds.every((bound, index) => index === 0 || bound > bounds[index - 1]!)
  const isWhole = bounds.at(-1) === Number.POSITIVE_INFINITY
  return isRising && isWhole && tiers.every(isTier) ? yes(tiers) : no("invalid_policy")
}

function isTier({ mode, approvers }: ApprovalTier): boolean {
  if (new Set(approvers).size !== approvers.length) return false
  return mode === "any" || (mode === "none" ? approvers.length === 0 : approvers.length >= 2)
}

/** One approval as it was given: in whose place, and by whom. */
export interface Given {
  approver_id: string
  decided_by: string
}

/**
 * Whether approvals given are those that a tier asks for. Nobody counts who asked for the purchase or changed it, whether they
 * approved themselves or had somebody do it in their place; of those who all must approve, the rest remain, and at least one.
 */
export function isApproved(tier: ApprovalTier, given: Given[], askers: string[]): boolean {
  if (tier.mode === "none") return true
  const counted = given.filter(({ approver_id, decided_by }) => !askers.includes(approver_id) && !askers.includes(decided_by))
  const named = tier.approvers.filter((id) => !askers.includes(id))
  if (tier.mode === "any") return counted.some(({ approver_id }) => tier.approvers.length === 0 || named.includes(approver_id))
  return named.length > 0 && named.every((id) => counted.some(({ approver_id }) => approver_id === id))
}

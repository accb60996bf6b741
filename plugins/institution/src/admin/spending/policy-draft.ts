import type { ApprovalPolicy, ApprovalPolicyInput } from "@fupin/contract/schemas"

/** One tier as it is typed: yuan as text, the last one without a bound. */
export interface TierDraft {
  key: number
  yuan: string
  mode: "none" | "any" | "all"
  approvers: string[]
}

let next = 0
export const newTier = (change: Partial<TierDraft> = {}): TierDraft => ({ key: next++, yuan: "", mode: "any", approvers: [], ...change })

/** A policy as it is typed; without one, the usual three tiers. */
export function draftOf(policy: ApprovalPolicy | null): TierDraft[] {
  if (!policy) return [newTier({ yuan: "1000", mode: "none" }), newTier()]
  return policy.tiers.map(({ up_to_fen, mode, approvers }) => newTier({ yuan: up_to_fen === null ? "" : String(up_to_fen / 100), mode, approvers: approvers.map(({ customer_id }) => customer_id) }))
}

/** What is sent: the last tier reaches as far as it goes. */
export function inputOf(tiers: TierDraft[], days: { request_days: string; approval_days: string }): ApprovalPolicyInput {
  return {
    tiers: tiers.map(({ yuan, mode, approvers }, index) => ({ up_to_fen: index === tiers.length - 1 ? null : Math.round(Number(yuan) * 100), mode, approvers: mode === "none" ? [] : approvers })),
    request_days: Number(days.request_days), approval_days: Number(days.approval_days),
  }
}

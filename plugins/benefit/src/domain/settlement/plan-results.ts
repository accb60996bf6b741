import { type Decision, no, yes } from "@fupin/contract/codes"
import type { AttemptState } from "@fupin/contract/schemas"

/** An attempt to pay, as it stands. */
export interface AttemptFacts {
  id: string
  reference: string
  amount_fen: number
  state: AttemptState
}

/** A line of the bank's return file. */
export interface ResultLine {
  /** In the file, counted from 1. */
  line: number
  reference: string
  /** null where the file has no such column. */
  amount_fen: number | null
  result: "paid" | "failed" | "returned"
  reason: string
}

export interface PlannedResult {
  attempt_id: string
  to: "paid" | "failed" | "returned"
  reason: string
}

type Refused = "unknown_payout_reference" | "payout_amount_differs" | "payout_result_contradicts"

/**
 * What a return file changes, all or nothing. The first line that names no payment of this run, another amount, or something that cannot have
 * happened is refused by its number; lines that say what is known already change nothing. Money that the bank sends back before it was reported
 * paid has failed; after, it is a return. Errors: unknown_payout_reference, payout_amount_differs, payout_result_contradicts.
 */
export function planResults(attempts: readonly AttemptFacts[], lines: readonly ResultLine[]): Decision<{ planned: PlannedResult[]; unchanged: number }, Refused> {
  const byReference = new Map(attempts.map((attempt) => [attempt.reference, { ...attempt }]))
  const planned = new Map<string, PlannedResult>()
  let unchanged = 0
  for (const { line, reference, amount_fen, result, reason } of lines) {
    const attempt = byReference.get(reference)
    if (!attempt) return no("unknown_payout_reference", `第 ${line} 行：本批兑付中没有凭号 ${reference}，整个文件未写入`)
    if (amount_fen !== null && amount_fen !== attempt.amount_fen) return no("payout_amount_differs", `第 ${line} 行：凭号 ${reference} 的金额与付款不符，整个文件未写入`)
    const to = nextState(attempt.state, result)
    if (to === null) return no("payout_result_contradicts", `第 ${line} 行：凭号 ${reference} 的结果与已登记的相反，整个文件未写入`)
    if (to === attempt.state) {
      unchanged += 1
      continue
    }
    if (planned.has(attempt.id)) return no("payout_result_contradicts", `第 ${line} 行：凭号 ${reference} 在文件中出现两次且结果不同，整个文件未写入`)
    planned.set(attempt.id, { attempt_id: attempt.id, to, reason })
    attempt.state = to
  }
  return yes({ planned: [...planned.values()], unchanged })
}

/** null: cannot be. */
export function nextState(state: AttemptState, result: ResultLine["result"]): PlannedResult["to"] | null {
  if (state === "sent") return result === "paid" ? "paid" : "failed"
  if (state === "paid") return result === "failed" ? null : result
  if (state === "failed") return result === "paid" ? null : "failed"
  if (state === "returned") return result === "failed" ? null : "returned"
  return null
}

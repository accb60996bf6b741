import type { StatementState } from "@fupin/contract/schemas"
import { findNumbers } from "./number"

export interface MatchableStatement {
  id: string
  number: string
  organisation_id: string
  organisation_name: string
  state: StatementState
  open_fen: number
}

export interface Match {
  match: "exact" | "partial" | "over" | "unmatched"
  organisation_id: string | null
  statement_ids: string[]
  /** Why nothing, or not all, could be booked. */
  reason: string | null
}

const isPayable = ({ state }: MatchableStatement): boolean => state === "confirmed" || state === "settled"
const nameOf = (text: string): string => text.normalize("NFKC").replace(/\s/g, "")
const nothing = (reason: string, organisation_id: string | null = null): Match => ({ match: "unmatched", organisation_id, statement_ids: [], reason })

/**
 * Which statements a transfer pays: those whose numbers its 附言 names, whoever paid (a treasury often pays for a school); without any,
 * the one statement of the payer that lacks exactly this amount. Anything else is left to people, with the reason.
 */
export function matchRow(row: { amount_fen: number; payer: string; memo: string }, statements: MatchableStatement[]): Match {
  const { numbers, mistyped } = findNumbers(row.memo)
  const named = statements.filter(({ number }) => numbers.includes(number))
  if (named.length > 0) return matchNamed(row, named)
  if (numbers.length > 0) return nothing(`没有编号为 ${numbers.join("、")} 的对账单`)
  if (mistyped) return nothing("附言里的识别码校验不符，可能写错了一位")
  return matchPayer(row, statements)
}

function matchNamed({ amount_fen }: { amount_fen: number }, named: MatchableStatement[]): Match {
  const [first, ...others] = named
  if (others.some(({ organisation_id }) => organisation_id !== first!.organisation_id)) return nothing("附言里的对账单属于不同单位")
  const organisation_id = first!.organisation_id
  const unconfirmed = named.find((one) => !isPayable(one))
  if (unconfirmed) return nothing(`对账单 ${unconfirmed.number} 尚未确认，确认后自动入账`, organisation_id)
  const open_fen = named.reduce((sum, one) => sum + one.open_fen, 0)
  const match = amount_fen === open_fen ? "exact" : amount_fen < open_fen ? "partial" : "over"
  return { match, organisation_id, statement_ids: named.map(({ id }) => id), reason: match === "over" ? (open_fen === 0 ? "对账单已付清，重复付款" : "多付的部分待处理") : null }
}

function matchPayer({ amount_fen, payer }: { amount_fen: number; payer: string }, statements: MatchableStatement[]): Match {
  const mine = statements.filter((one) => isPayable(one) && one.open_fen > 0 && nameOf(one.organisation_name) === nameOf(payer))
  const equal = mine.filter(({ open_fen }) => open_fen === amount_fen)
  if (equal.length === 1) return { match: "exact", organisation_id: equal[0]!.organisation_id, statement_ids: [equal[0]!.id], reason: null }
  if (equal.length > 1) return nothing(`附言没有识别码，该单位有 ${equal.length} 份同额的对账单`)
  return nothing(mine.length > 0 ? "附言没有识别码，金额与该单位未付的对账单都不一致" : "附言没有识别码，也没有同名单位未付的对账单")
}

import type { PayableKind } from "@fupin/contract/schemas"
import { findNumbers } from "./number"

/** What a transfer may pay: a statement, a single order, all of a union's campaign, or a pre-production contract. */
export interface Payable {
  kind: PayableKind
  id: string
  /** What stands in the 附言. */
  number: string
  /** null: the order of somebody who buys for no unit. */
  organisation_id: string | null
  organisation_name: string
  open_fen: number
  /** What of it is due by now, where it is paid in steps: that is exact as well. */
  step_fen?: number
  /** Why it cannot be paid now. */
  closed: string | null
}

export interface Match {
  match: "exact" | "partial" | "over" | "unmatched"
  organisation_id: string | null
  paid: Pick<Payable, "kind" | "id" | "number">[]
  /** Why nothing, or not all, could be booked. */
  reason: string | null
}

const nameOf = (text: string): string => text.normalize("NFKC").replace(/\s/g, "")
const nothing = (reason: string, organisation_id: string | null = null): Match => ({ match: "unmatched", organisation_id, paid: [], reason })

/** Whose books these are: the unit's, or those of an order that is no unit's. */
export const holderOf = ({ organisation_id, id }: Pick<Payable, "organisation_id" | "id">): string => organisation_id ?? id

/**
 * What a transfer pays: what its 附言 names, whoever paid (a treasury often pays for a school); without any, the one statement of the
 * payer that lacks exactly this amount. Anything else is left to people, with the reason.
 */
export function matchRow(row: { amount_fen: number; payer: string; memo: string }, payables: Payable[]): Match {
  const { numbers, mistyped } = findNumbers(row.memo)
  const named = payables.filter(({ number }) => numbers.includes(number))
  if (named.length > 0) return matchNamed(row, named)
  if (numbers.length > 0) return nothing(`没有识别码为 ${numbers.join("、")} 的对账单、订单、慰问活动或预购合同`)
  if (mistyped) return nothing("附言里的识别码校验不符，可能写错了一位")
  return matchPayer(row, payables.filter(({ kind }) => kind === "statement"))
}

function matchNamed(row: { amount_fen: number; payer: string }, named: Payable[]): Match {
  const [first, ...others] = named as [Payable, ...Payable[]]
  const { organisation_id } = first
  if (others.some((one) => holderOf(one) !== holderOf(first))) return nothing("附言里的识别码属于不同单位")
  if (others.some(({ kind }) => kind !== first.kind) || ((first.kind === "campaign" || first.kind === "preorder") && others.length > 0)) return nothing("附言里有几种识别码，请人工核对", organisation_id)
  const closed = named.find((one) => one.closed !== null)
  if (closed) return nothing(closed.closed!, organisation_id)
  const match = measure(row.amount_fen, named)
  if (first.kind === "order" && match.match !== "exact" && !named.every(({ organisation_name }) => nameOf(organisation_name) === nameOf(row.payer))) {
    return nothing("订单识别码没有校验位，金额和付款户名又都不一致，请人工核对", organisation_id)
  }
  return match
}

/** What `amount_fen` does to what is open of these. */
export function measure(amount_fen: number, payables: Payable[]): Match {
  const open_fen = payables.reduce((sum, one) => sum + one.open_fen, 0)
  const isStep = payables.length === 1 && payables[0]!.step_fen === amount_fen
  const match = amount_fen === open_fen || (isStep && amount_fen < open_fen) ? "exact" : amount_fen < open_fen ? "partial" : "over"
  const reason = match === "over" ? (open_fen === 0 ? "已付清，重复付款" : "多付的部分待处理") : null
  return { match, organisation_id: payables[0]?.organisation_id ?? null, paid: payables.map(({ kind, id, number }) => ({ kind, id, number })), reason }
}

function matchPayer({ amount_fen, payer }: { amount_fen: number; payer: string }, statements: Payable[]): Match {
  const mine = statements.filter((one) => one.closed === null && one.open_fen > 0 && nameOf(one.organisation_name) === nameOf(payer))
  const equal = mine.filter(({ open_fen }) => open_fen === amount_fen)
  if (equal.length === 1) return measure(amount_fen, equal)
  if (equal.length > 1) return nothing(`附言没有识别码，该单位有 ${equal.length} 份同额的对账单`)
  return nothing(mine.length > 0 ? "附言没有识别码，金额与该单位未付的对账单都不一致" : "附言没有识别码，也没有同名单位未付的对账单")
}

import { shanghaiDay } from "../domain/period"
import type { PaymentPart } from "../domain/plan-evidence"

export interface PaidBy {
  id: string
  bank_reference: string | null
  cause: string | null
  provider_id: string
}

export interface Cited {
  payment_id: string
  at: Date
  /** Its row in the same paper, when it is there. */
  serial: number | null
  bank_reference: string | null
}

/** The time and remarks of a row: the voucher of a payment, or what a reversal takes back and why. */
export function remarksOf(part: PaymentPart, paid: PaidBy, cited: Cited | null): { traded_at: string; remarks: string } {
  const traded_at = shanghaiDay(part.at)
  if (part.kind === "capture") return { traded_at, remarks: `${methodOf(paid.provider_id)}，凭证 ${paid.bank_reference ?? paid.id}` }
  const original = cited === null ? "原款项" : `${cited.serial === null ? "" : `第 ${cited.serial} 号，`}${shanghaiDay(cited.at)} 收款凭证 ${cited.bank_reference ?? cited.payment_id}`
  return { traded_at, remarks: `冲回：${original}；退款凭证 ${paid.bank_reference ?? paid.id}${paid.cause ? `；事由：${paid.cause}` : ""}` }
}

function methodOf(providerId: string): string {
  if (providerId.startsWith("pp_transfer")) return "银行转账"
  if (providerId.startsWith("pp_stripe")) return "银行卡"
  return providerId.startsWith("pp_demo") ? "模拟支付" : "线上支付"
}

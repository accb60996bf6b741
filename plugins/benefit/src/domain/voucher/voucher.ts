import { createHash } from "node:crypto"
import type { PaymentWay, VoucherKind, VoucherState } from "@fupin/contract/schemas"
import { type Decision, no, yes } from "@fupin/contract/codes"

/** One beneficiary's part of a document. */
export interface EvidenceRow {
  position: number
  household_id: string
  goods: string
  quantity: string
  amount_fen: number
  paid_on: string
  note: string | null
}

/** What a document says; it never changes once it is written. */
export interface VoucherContent {
  number: string
  kind: VoucherKind
  payer_kind: "unit" | "producer" | "collective"
  payer_id: string | null
  payer_name: string
  payer_person: string | null
  payment_way: PaymentWay | null
  region_code: string
  period: string
  paid_on: string
  total_fen: number
  corrects: string | null
  reason: string | null
  file_sha256: string | null
  rows: EvidenceRow[]
}

const PREFIX: Record<VoucherKind, string> = { direct_purchase: "XP", wages: "LW", rent: "ZJ" }

/** XP2026-000001 */
export function voucherNumber(kind: VoucherKind, year: string, serial: number): string {
  return `${PREFIX[kind]}${year}-${String(serial).padStart(6, "0")}`
}

const digest = (text: string) => createHash("sha256").update(text).digest("hex")

/** Hash of all that a document says; a changed figure, name or day gives another. */
export function contentHash(content: VoucherContent): string {
  const { number, kind, payer_kind, payer_id, payer_name, payer_person, payment_way, region_code, period, paid_on, total_fen, corrects, reason, file_sha256 } = content
  const rows = [...content.rows].sort((a, b) => a.position - b.position).map((row) => [row.position, row.household_id, row.goods, row.quantity, row.amount_fen, row.paid_on, row.note])
  return digest(JSON.stringify([number, kind, payer_kind, payer_id, payer_name, payer_person, payment_way, region_code, period, paid_on, total_fen, corrects, reason, file_sha256, rows]))
}

/** What a journal cites beside the document's id: its content and the scan that proves it. */
export const evidenceHash = (content_hash: string, scan_sha256: string | null): string => `sha256:${digest(`${content_hash}:${scan_sha256 ?? ""}`)}`

/** The filing period in which a business day lies by the calendar of R61: from the 29th on, the next month's; a February without one ends on the 28th. */
export function periodOfDay(day: string): string {
  const [year, month, date] = day.split("-").map(Number) as [number, number, number]
  return new Date(Date.UTC(year, month - (date > 28 ? 0 : 1), 1)).toISOString().slice(0, 7)
}

/** The smallest division that contains all of these villages; "" when they lie in several provinces. */
export function commonRegion(codes: readonly string[]): string {
  const [first = ""] = codes
  const within = (length: number) => codes.every((code) => code.startsWith(first.slice(0, length)))
  const length = [12, 9, 6, 4, 2].find((cut) => first.length >= cut && within(cut))
  return length === undefined ? "" : first.slice(0, length).padEnd(6, "0")
}

/** What must not be said twice: this payer, this period, this household, this amount; of a purchase also the day and the goods. */
export function claimOf({ kind, payer_id, payer_name, payer_person, period }: Omit<VoucherContent, "number" | "rows">, row: EvidenceRow): string {
  const more = kind === "direct_purchase" ? [payer_person, row.paid_on, row.goods] : []
  return `row:${digest(JSON.stringify([kind, payer_id ?? payer_name, period, row.household_id, row.amount_fen, ...more]))}`
}

export interface Standing {
  kind: VoucherKind
  state: VoucherState
  created_by: string
  /** A correction that takes everything back needs no paper of its own. */
  total_fen: number
  has_scan: boolean
}

const WITHOUT = { direct_purchase: undefined, wages: "还没有上传工资支付证明（银行回单或签领表）的扫描件，不能批准", rent: "还没有上传租金支付证明（银行回单或签领表）的扫描件，不能批准" }

/** May `actor` put it into the ledger? Errors: voucher_decided, voucher_own_approval, voucher_without_seal. */
export function decideVoucherApproval({ kind, state, created_by, total_fen, has_scan }: Standing, actor: string): Decision<true, "voucher_decided" | "voucher_own_approval" | "voucher_without_seal"> {
  if (state !== "draft") return no("voucher_decided")
  if (created_by === actor) return no("voucher_own_approval")
  return has_scan || total_fen === 0 ? yes(true) : no("voucher_without_seal", WITHOUT[kind])
}

/** May `actor` send it back? Whoever entered it withdraws instead. Errors: voucher_decided, voucher_own_approval. */
export function decideRejection({ state, created_by }: Standing, actor: string): Decision<true, "voucher_decided" | "voucher_own_approval"> {
  if (state !== "draft") return no("voucher_decided")
  return created_by === actor ? no("voucher_own_approval") : yes(true)
}

/** Only whoever entered it takes it back, before it is approved. Errors: voucher_decided, voucher_not_yours. */
export function decideWithdrawal({ state, created_by }: Standing, actor: string): Decision<true, "voucher_decided" | "voucher_not_yours"> {
  if (state !== "draft") return no("voucher_decided")
  return created_by === actor ? yes(true) : no("voucher_not_yours")
}

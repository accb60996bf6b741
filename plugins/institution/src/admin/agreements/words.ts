import { formatFen } from "@fupin/contract/money"
import type { AgreementChange, AgreementProposal, SupplyAgreement } from "@fupin/contract/schemas"
import { weekdaysText } from "../lib/fields"

export const PROPOSAL_STATES: Record<AgreementProposal["state"], ["orange" | "green" | "grey", string]> = { open: ["orange", "等待答复"], accepted: ["green", "已接受"], declined: ["grey", "已谢绝"], withdrawn: ["grey", "已撤回"] }
export const SIDES: Record<AgreementProposal["side"], string> = { organisation: "采购单位", producer: "供货方" }

const band = (min: number | null, max: number | null): string => `${min ?? 0}–${max ?? "不限"}`

/** A proposed change in words. */
export function changeText({ lines }: SupplyAgreement, change: AgreementChange): string {
  if (change.kind === "days") return `配送日 ${weekdaysText(change.weekdays)}，提前 ${change.lead_time_days} 天截单`
  if (change.kind === "term") return `有效期 ${change.valid_from} 至 ${change.valid_to}`
  const title = lines.find(({ variant_id }) => variant_id === change.variant_id)?.title ?? "商品"
  if (change.kind === "price") return `${title}单价 ${formatFen(change.unit_price_fen)} 元`
  return change.kind === "grade" ? `${title}等级 ${change.grade}` : `${title}每次 ${band(change.min_quantity, change.max_quantity)}，协议期 ${band(change.term_min, change.term_max)}`
}

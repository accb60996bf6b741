import { formatFen } from "@fupin/contract/money"
import type { AgreementChange, AgreementProposal, SupplyAgreement } from "@fupin/contract/schemas"
import { weekdayText } from "@/lib/dates"

export const PROPOSAL_STATES = {
  open: { text: "等待答复", tone: "straw" }, accepted: { text: "已接受", tone: "leaf" }, declined: { text: "已谢绝", tone: "plain" }, withdrawn: { text: "已撤回", tone: "plain" },
} as const satisfies Record<AgreementProposal["state"], { text: string; tone: string }>

export const SIDE_NAMES = { organisation: "采购单位", producer: "供货方" } as const satisfies Record<AgreementProposal["side"], string>

const band = (min: number | null, max: number | null): string => (min === null && max === null ? "不限" : min === null ? `至多 ${max}` : max === null ? `至少 ${min}` : `${min} 至 ${max}`)

/** A proposed change in words. */
export function changeText({ lines }: SupplyAgreement, change: AgreementChange): string {
  if (change.kind === "days") return `配送日改为${change.weekdays.toSorted().map(weekdayText).join("、")}，提前 ${change.lead_time_days} 天截单`
  if (change.kind === "term") return `有效期改为 ${change.valid_from} 至 ${change.valid_to}`
  const title = lines.find(({ variant_id }) => variant_id === change.variant_id)?.title ?? "商品"
  if (change.kind === "price") return `${title}单价改为 ${formatFen(change.unit_price_fen)} 元`
  if (change.kind === "grade") return `${title}等级改为 ${change.grade}`
  return `${title}每次${band(change.min_quantity, change.max_quantity)}，协议期${band(change.term_min, change.term_max)}`
}

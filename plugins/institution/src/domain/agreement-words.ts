import { TEMPERATURE_NAMES } from "@fupin/contract/codes"
import { formatFen } from "@fupin/contract/money"
import type { AgreementChange, PriceRule } from "@fupin/contract/schemas"
import type { Difference } from "./agreement-changes"

const SUBJECTS: Record<AgreementChange["kind"], string> = {
  price: "单价", price_rule: "价格规则", quantity: "数量", grade: "等级", substitute: "替代商品", temperature: "温层", settle_by: "结算方式", days: "配送日与截单", term: "有效期",
}
const WEEKDAYS = "一二三四五六日"

/** What a variant is called. */
export type NameOf = (variantId: string) => string

/** What a change is about: 巫溪洋芋的单价. */
export const subjectText = (change: AgreementChange, nameOf: NameOf): string => ("variant_id" in change ? `${nameOf(change.variant_id)}的${SUBJECTS[change.kind]}` : SUBJECTS[change.kind])

/** What the terms say with it. */
export function termText(change: AgreementChange, nameOf: NameOf): string {
  switch (change.kind) {
    case "price": return `${formatFen(change.unit_price_fen)} 元`
    case "price_rule": return ruleText(change.price_rule)
    case "quantity": return `每次${bandText(change.min_quantity, change.max_quantity)}，协议期${bandText(change.term_min, change.term_max)}`
    case "grade": return change.grade || "不限"
    case "substitute": return change.substitute_variant_id === null ? "不替代" : `缺货时以${nameOf(change.substitute_variant_id)}替代（须有有效认定）`
    case "temperature": return TEMPERATURE_NAMES[change.temperature]
    case "settle_by": return change.settle_by === "weight" ? "计重（按公斤订货、计价，以验收重量结算）" : "计件"
    case "days": return `${weekdaysText(change.weekdays)}，提前 ${change.lead_time_days} 天截单`
    case "term": return `${change.valid_from} 至 ${change.valid_to}`
  }
}

/** A difference between two versions of the terms, from what to what. */
export function differenceText(difference: Difference, nameOf: NameOf): string {
  if ("added" in difference) return `加入${nameOf(difference.added)}`
  if ("removed" in difference) return `移除${nameOf(difference.removed)}`
  const { before, after } = difference
  return `${subjectText(after, nameOf)}：${termText(before, nameOf)} → ${termText(after, nameOf)}`
}

export const weekdaysText = (days: number[]): string => days.toSorted().map((day) => `周${WEEKDAYS[day - 1]}`).join("、")

/** A price rule in words; `fen`, where the agreed price stands beside it. */
export function ruleText(rule: PriceRule, fen?: number): string {
  if (rule.kind === "lock") return "协议期内固定"
  if (rule.kind === "ceiling") return fen === undefined ? "限价，按配送日商城价与协议价中较低者" : `不高于 ${formatFen(fen)} 元，按配送日商城价与限价中较低者`
  return `随“${rule.series}”浮动，基期 ${rule.base_month}，取配送月${rule.lag_months === 0 ? "当月" : `前 ${rule.lag_months} 个月`}数值`
}

export function bandText(min: number | null, max: number | null): string {
  if (min === null && max === null) return "不限"
  return min === null ? `至多 ${max}` : max === null ? `至少 ${min}` : `${min} 至 ${max}`
}

import type { AccessAction, BenefitStage, BeneficiaryKind, HouseholdStatus, JournalKind, LinkageRule, PersonalField } from "@fupin/contract/schemas"

export const STATUS: Record<HouseholdStatus, string> = {
  registered_poor: "建档立卡户", lifted: "脱贫户", monitored: "监测户", low_income: "低保户", five_guarantees: "特困户", general: "一般农户",
}
export const KIND: Record<BeneficiaryKind, string> = { household: "农户", collective: "村集体" }
export const FIELD: Record<PersonalField, string> = { id_number: "身份证", phone: "电话", bank_account: "银行账号" }
export const SHARE: Record<LinkageRule["share"]["kind"], string> = { direct_sale: "农户直销", revenue_share: "销售额分成", profit_share: "利润分成", per_unit: "按件计酬" }

export const STAGE: Record<BenefitStage, string> = { provisional: "预提", payable: "应付", settled: "已兑付" }
export const JOURNAL: Record<JournalKind, string> = {
  sale: "销售入账", reversal: "冲回", acceptance: "验收", settlement: "兑付", payout_return: "退票", write_off: "核销",
  direct_purchase: "直接采购", wages: "劳务报酬", rent: "财产性收入",
}
export const ACTION: Record<AccessAction, string> = { reveal: "查看", export: "导出" }

const percent = (bp: number) => `${(bp / 100).toFixed(2).replace(/\.?0+$/, "")}%`
/** ¥1,234.50; what is taken back has a real minus sign. */
export const yuan = (fen: number) => `${fen < 0 ? "−" : ""}¥${(Math.abs(fen) / 100).toLocaleString("zh-CN", { minimumFractionDigits: 2, maximumFractionDigits: 2 })}`
const MOMENT = new Intl.DateTimeFormat("zh-CN", { timeZone: "Asia/Shanghai", year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit" })
export const moment = (instant: string) => MOMENT.format(new Date(instant))

/** A rule in one line: 销售额分成 30%. */
export function ruleText({ share, target }: LinkageRule): string {
  const scope = target.kind === "all" ? "全部商品" : target.kind === "product" ? "指定商品" : "指定规格"
  const terms = share.kind === "direct_sale" ? `服务费 ${percent(share.fee_bp)}` : share.kind === "per_unit" ? `每件 ${yuan(share.fen)}` : percent(share.bp)
  return `${scope}：${SHARE[share.kind]} ${terms}${share.kind === "profit_share" ? `（约定成本 ${yuan(share.unit_cost_fen)}/件）` : ""}`
}

/** Today's date in Shanghai, for statuses that hold now. */
export function today(): string {
  return new Date().toLocaleDateString("sv-SE", { timeZone: "Asia/Shanghai" })
}

/** The filing period of a business date: from the 29th on, the next month's. */
export function periodOf(day: string): string {
  const [year, month, date] = day.split("-").map(Number) as [number, number, number]
  return new Date(Date.UTC(year, month - (date > 28 ? 0 : 1), 1)).toISOString().slice(0, 7)
}

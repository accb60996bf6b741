import { ACCESS_ERRORS } from "./errors/access.js"
import { BASE_ERRORS } from "./errors/base.js"
import { BENEFIT_ERRORS } from "./errors/benefit.js"
import { CAMPAIGN_ERRORS } from "./errors/campaign.js"
import { CHECKOUT_ERRORS } from "./errors/checkout.js"
import { GROUP_BUY_ERRORS } from "./errors/group-buy.js"
import { INSTITUTION_ERRORS } from "./errors/institution.js"
import { INTAKE_ERRORS } from "./errors/intake.js"
import { PAPER_ERRORS } from "./errors/papers.js"
import { PREORDER_ERRORS } from "./errors/preorder.js"
import { PROVENANCE_ERRORS } from "./errors/provenance.js"
import { SPENDING_ERRORS } from "./errors/spending.js"
import { DEMAND_ERRORS } from "./errors/demand.js"
import { STATEMENT_ERRORS } from "./errors/statement.js"
import { SUPPLY_ERRORS } from "./errors/supply.js"
import { VOUCHER_ERRORS } from "./errors/voucher.js"
import { WORKBENCH_ERRORS } from "./errors/workbench.js"
import type { BaseState, BaseUnit } from "./schemas/base.js"
import type { MemberRole } from "./schemas/institution.js"
import type { Holiday, NationalHoliday, RegionalHoliday } from "./schemas/campaign.js"
import type { BulkDelivery } from "./schemas/demand.js"
import type { PurchaseReason } from "./schemas/donation.js"
import type { DeliveryCertificate, RequiredPaper } from "./schemas/receiving.js"
import type { PackedLot } from "./schemas/lot.js"
import type { SettleBy, Temperature } from "./schemas/supply-terms.js"

/** Every code an answer may carry, with the sentence shown when the thrower gives none of its own. */
export const ERRORS = {
  ...ACCESS_ERRORS,
  ...BASE_ERRORS,
  ...BENEFIT_ERRORS,
  ...CAMPAIGN_ERRORS,
  ...CHECKOUT_ERRORS,
  ...GROUP_BUY_ERRORS,
  ...INSTITUTION_ERRORS,
  ...INTAKE_ERRORS,
  ...PAPER_ERRORS,
  ...PREORDER_ERRORS,
  ...PROVENANCE_ERRORS,
  ...SPENDING_ERRORS,
  ...DEMAND_ERRORS,
  ...STATEMENT_ERRORS,
  ...SUPPLY_ERRORS,
  ...VOUCHER_ERRORS,
  ...WORKBENCH_ERRORS,
  invalid_input: "提交的内容有误，请检查后重试",
  malformed_json: "请求不是有效的 JSON，请检查格式",
  not_found: "没有找到您要的内容",
  conflict: "内容已被他人修改，请刷新后重试",
  payload_too_large: "内容太大，请分批提交",
  too_many_requests: "请求过于频繁，请稍后再试",
  unexpected: "系统暂时出错，请稍后再试；如仍不行，请联系客服",
} as const

export type ErrorCode = keyof typeof ERRORS

/** The kinds of Medusa errors we throw; each maps to one HTTP status. */
export type ErrorKind = "invalid_data" | "not_found" | "not_allowed" | "unauthorized" | "forbidden" | "conflict" | "unexpected_state"

/** What a `decide*` answers: yes with a value, or no with a code of the closed list. */
export type Decision<T, Code extends ErrorCode = ErrorCode> =
  | { ok: true; value: T }
  | { ok: false; code: Code; message: string }

export function yes<T>(value: T): { ok: true; value: T } {
  return { ok: true, value }
}

/** A refusal; `message` says what to do and falls back to the code's own sentence. */
export function no<Code extends ErrorCode>(code: Code, message?: string): { ok: false; code: Code; message: string } {
  return { ok: false, code, message: message ?? ERRORS[code] }
}

/** Business days are counted in this zone, everywhere. */
export const BUSINESS_TIME_ZONE = "Asia/Shanghai"

/** Why somebody buys (R26), as people read it. */
export const PURCHASE_REASONS: Record<PurchaseReason, string> = { own_use: "自用", instead_of_donating: "以购代捐", buying_to_help: "以买代帮" }

/** Holidays for which a union may give (R23): the nation's, and those that a region's government made days off. */
export const NATIONAL_HOLIDAYS: Record<NationalHoliday, string> = {
  new_year: "元旦", spring_festival: "春节", qingming: "清明", labour_day: "劳动节", dragon_boat: "端午节", mid_autumn: "中秋节", national_day: "国庆节",
}
export const REGIONAL_HOLIDAYS: Record<RegionalHoliday, string> = {
  eid_al_fitr: "开斋节", eid_al_adha: "古尔邦节", mawlid: "圣纪节", sanyuesan: "三月三", torch_festival: "火把节", tibetan_new_year: "藏历新年", shoton: "雪顿节", yi_new_year: "彝历年", miao_new_year: "苗年", water_festival: "泼水节",
  naadam: "那达慕", munao: "目瑙纵歌节",
}
export const HOLIDAY_NAMES: Record<Holiday, string> = { ...NATIONAL_HOLIDAYS, ...REGIONAL_HOLIDAYS }

/** Where raw material is handed over (R34), and kilograms as tonnes: 12345 → "12.345 吨". */
export const BULK_DELIVERIES: Record<BulkDelivery, string> = { at_plant: "到厂交货", at_origin: "产地交货" }
export const BULK_UNIT = "千克"
export const tonnesText = (kilograms: number): string => `${kilograms / 1000} 吨`

/** How large a base is (R32), and how far its entry is. */
export const BASE_UNITS: Record<BaseUnit, string> = { mu: "亩", head: "头", bird: "羽", fish: "尾", piece: "只", shed: "棚" }
export const BASE_STATES: Record<BaseState, string> = { proposed: "待核实", confirmed: "已挂牌", declined: "未通过", ended: "已结束" }

/** What a member does for the unit, as people read it. */
export const MEMBER_ROLES: Record<MemberRole, string> = { manager: "管理员", buyer: "采购", approver: "审批", finance: "财务", receiver: "验收", viewer: "查看" }

/** Papers that come with goods (随货证件), as people read them. */
export const DELIVERY_PAPERS = { quality: "合格证", quarantine: "检疫证" } as const satisfies Record<DeliveryCertificate, string>

/** Which papers came; of one that must come and that nobody looked at it says so. Empty: none had to come, and none is spoken of. */
export function papersText(required: readonly Pick<RequiredPaper, "kind">[], came: readonly { kind: DeliveryCertificate; present: boolean }[]): string {
  const said = new Map(came.map(({ kind, present }) => [kind, present ? "齐" : "缺"]))
  const kinds = [...new Set([...required.map(({ kind }) => kind), ...said.keys()])]
  return kinds.map((kind) => `${DELIVERY_PAPERS[kind]}${said.get(kind) ?? "未登记"}`).join("　")
}

/** In what goods of a line are counted: ordered, accepted and settled. */
export const SETTLE_UNITS = { count: "份", weight: "公斤" } as const satisfies Record<SettleBy, string>

/** How much of a line's goods, in its unit: "9.876 公斤", "8 份". */
export const quantityText = (quantity: number, settle_by: SettleBy): string => `${quantity} ${SETTLE_UNITS[settle_by]}`

/** How goods of a line are kept, and what grade they are (温层、等级): "一级　冷藏". */
export const TEMPERATURE_NAMES = { ambient: "常温", chilled: "冷藏", frozen: "冷冻" } as const satisfies Record<Temperature, string>
export const handlingText = ({ grade, temperature }: { grade: string; temperature: Temperature }): string => [grade, TEMPERATURE_NAMES[temperature]].filter(Boolean).join("　")

/** The lots that goods were packed from; one that was taken back since says so. */
export const lotsText = (lots: readonly Pick<PackedLot, "code" | "withdrawn">[]): string => lots.map(({ code, withdrawn }) => (withdrawn === null ? code : `${code}（已撤回）`)).join("、")

export { weekdaysText, windowsText } from "./receiving-words.js"
export { ruleSentences } from "./preorder-words.js"

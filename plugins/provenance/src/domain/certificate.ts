import { type Decision, no, yes } from "@fupin/contract/codes"
import type { CertificateKind } from "@fupin/contract/schemas"

interface CertificateRule {
  label: string
  /** How a number of this kind looks, after upper-casing and without blanks. */
  number: RegExp
  hint: string
  /** Whether such a certificate always ends (organic 1 year, green food 3, food licence 5). */
  ends: boolean
  /** Whether it protects an area of origin (R13). */
  area: boolean
}

/** What is known of each kind (R12, R14). Green food numbers are read leniently: live samples vary. */
export const CERTIFICATE_RULES: Record<CertificateKind, CertificateRule> = {
  organic: { label: "有机产品认证", number: /^\d{17}$/, hint: "有机码为 17 位数字", ends: true, area: false },
  green_food: { label: "绿色食品", number: /^(LB-\d{2}-[0-9A-Z]{8,14}|GF\d{12})$/, hint: "形如 LB-15-20031234567A 或 GF 加 12 位数字", ends: true, area: false },
  geographical_indication: { label: "农产品地理标志", number: /^AGI(\d{5}|20\d{2}-\d{2}-\d{4,5})$/, hint: "形如 AGI 加 5 位数字", ends: false, area: true },
  gi_trademark: { label: "地理标志证明商标", number: /^\d{7,9}[A-Z]?$/, hint: "商标注册号为 7 至 9 位数字", ends: false, area: true },
  food_licence: { label: "食品生产许可证", number: /^SC\d{14}$/, hint: "SC 加 14 位数字", ends: true, area: false },
  quality_scheme: { label: "名特优新等质量认证", number: /^[A-Z0-9][A-Z0-9()（）\-/.]{3,39}$/, hint: "4 至 40 位字母、数字或短横", ends: false, area: false },
  relief_recognition: { label: "带贫成效突出认定", number: /^[\p{Script=Han}A-Z0-9〔〕[\]()（）\-/.]{4,40}$/u, hint: "4 至 40 位汉字、字母、数字、括号或短横", ends: false, area: false },
  test_report: { label: "检测报告", number: /^[A-Z0-9][A-Z0-9()（）\-/.]{3,39}$/, hint: "4 至 40 位字母、数字或短横", ends: false, area: false },
}

export interface CertificateFacts {
  kind: CertificateKind
  number: string
  producer_id: string | null
  product_ids: string[]
  area_code: string | null
  valid_to: string | null
}

type CertificateRefusal = "invalid_certificate_number" | "invalid_validity" | "area_required" | "certificate_without_subject"

/** Whether such a certificate can be; answers its number in the form that is stored. */
export function decideCertificate(facts: CertificateFacts): Decision<string, CertificateRefusal> {
  const rule = CERTIFICATE_RULES[facts.kind]
  const number = facts.number.replace(/\s+/g, "").toUpperCase()
  if (!rule.number.test(number)) return no("invalid_certificate_number", `${rule.label}编号有误：${rule.hint}`)
  if (rule.ends && facts.valid_to === null) return no("invalid_validity", `${rule.label}须填写有效期截止日期`)
  if (rule.area && facts.area_code === null) return no("area_required")
  if (facts.producer_id === null && facts.product_ids.length === 0) return no("certificate_without_subject")
  return yes(number)
}

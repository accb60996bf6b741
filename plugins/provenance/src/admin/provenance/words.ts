import type { CertificateKind, DesignationStatus, ProducerKind } from "@fupin/contract/schemas"

export const PRODUCER_KINDS: Record<ProducerKind, string> = {
  enterprise: "企业", cooperative: "合作社", family_farm: "家庭农场", workshop: "帮扶车间", collective: "村集体", household: "农户",
}
export const CERTIFICATE_KINDS: Record<CertificateKind, string> = {
  organic: "有机产品认证", green_food: "绿色食品", geographical_indication: "农产品地理标志", gi_trademark: "地理标志证明商标",
  food_licence: "食品生产许可证", quality_scheme: "名特优新等质量认证", test_report: "检测报告", relief_recognition: "带贫成效突出认定",
}
export const DESIGNATION_STATUSES: Record<DesignationStatus, string> = { published: "已公布", suspended: "暂停", withdrawn: "已撤销" }
export const FLAGS: Record<string, string> = { county_832: "832 脱贫县", key_county: "重点帮扶县", former_poor_village: "原贫困村" }

const DAY = new Intl.DateTimeFormat("zh-CN", { timeZone: "Asia/Shanghai", dateStyle: "long" })

export const day = (instant: string) => DAY.format(new Date(instant))
/** The last day that is still covered: an end excludes its instant. */
export const lastDay = (end: string | null) => (end === null ? "长期" : DAY.format(new Date(Date.parse(end) - 1)))
/** Today as a business date. */
export const today = () => new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Shanghai" }).format(new Date())

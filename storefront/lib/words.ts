import type { ProductProvenance, RegionFlagKind } from "@fupin/contract/schemas"

type ProducerKind = ProductProvenance["producer"]["kind"]

export const PRODUCER_KIND: Record<ProducerKind, string> = {
  enterprise: "企业", cooperative: "合作社", family_farm: "家庭农场", workshop: "帮扶车间", collective: "村集体", household: "农户自产",
}

const REGION_FLAG: Record<RegionFlagKind, string> = {
  county_832: "脱贫县", key_county: "国家乡村振兴重点帮扶县", former_poor_village: "原贫困村",
}

const CERTIFICATE_KIND: Record<string, string> = {
  organic: "有机产品认证", green_food: "绿色食品", geographical_indication: "农产品地理标志", gi_trademark: "地理标志证明商标",
  food_licence: "食品生产许可", quality_scheme: "名特优新农产品", test_report: "检测报告", relief_recognition: "带贫成效突出认定",
}

const LINKAGE_KIND: Record<string, { name: string; meaning: string }> = {
  direct_sale: { name: "农户直卖", meaning: "农户自己就是卖方，扣除写明的平台服务费后货款归农户" },
  revenue_share: { name: "按销售额分成", meaning: "按协议比例，从销售额里分给受益农户" },
  profit_share: { name: "按利润分成", meaning: "销售额扣除协议约定的成本后，按比例分给受益农户" },
  per_unit: { name: "按件提成", meaning: "每卖出一件（一斤），按协议定额分给受益农户" },
}

/** Words for codes on the wire; a code that is new here is shown as it came. */
export const regionFlagName = (flag: string): string => (Object.hasOwn(REGION_FLAG, flag) ? REGION_FLAG[flag as RegionFlagKind] : flag)
export const certificateName = (kind: string): string => CERTIFICATE_KIND[kind] ?? kind
export const linkageWords = (kind: string) => LINKAGE_KIND[kind] ?? { name: kind, meaning: "" }

interface Origin {
  code: string
  path: readonly string[]
}

/** The county of an origin: 巫溪县. Six digits name it, each three more a level below. */
export function countyName({ code, path }: Origin): string {
  return path[countyIndex({ code, path })] ?? ""
}

/** County and township: 巫溪县·古路镇. */
export function placeName({ code, path }: Origin): string {
  const county = countyIndex({ code, path })
  return path.slice(county, county + 2).join("·")
}

function countyIndex({ code, path }: Origin): number {
  return Math.max(0, path.length - 1 - (code.length - 6) / 3)
}

const DAY = new Intl.DateTimeFormat("zh-CN", { timeZone: "Asia/Shanghai", year: "numeric", month: "long", day: "numeric" })

const TEMPERATURE: Record<string, string> = { ambient: "常温", chilled: "冷藏（0–4℃）", frozen: "冷冻（−18℃）" }
export const temperatureName = (temperature: string): string => TEMPERATURE[temperature] ?? temperature

/** An instant or a date as a Chinese business day: 2027年6月30日. */
export function dayText(moment: string): string {
  return DAY.format(new Date(moment))
}

const COUNT = new Intl.NumberFormat("zh-CN")
export const countText = (count: number): string => COUNT.format(count)

import { fenFromYuan, yuanFromFen } from "@fupin/contract/money"
import type { AgreementLineInput, PriceRule, SettleBy, SupplyAgreement, Temperature } from "@fupin/contract/schemas"
import type { z } from "zod"

export const NO_SUBSTITUTE = "none"
export const TEMPERATURES: [Temperature, string][] = [["ambient", "常温"], ["chilled", "冷藏"], ["frozen", "冷冻"]]
export const SETTLE_BY: [SettleBy, string][] = [["count", "计件"], ["weight", "计重：按公斤订货、计价，以验收重量结算"]]
export const RULES: [PriceRule["kind"], string][] = [["lock", "协议期内固定"], ["ceiling", "限价：商城价与协议价取低"], ["index", "随价格指数浮动"]]

/** What is typed of one line's terms, in a draft or a proposal; an empty quantity is not agreed. */
export type LineTexts = Record<
  "price" | "rule" | "series" | "base_month" | "lag_months" | "min_quantity" | "max_quantity" | "term_min" | "term_max" | "grade" | "substitute" | "temperature" | "settle_by", string
>

/** A line's terms as its boxes begin. */
export function lineTexts({ price_rule: rule, ...line }: SupplyAgreement["lines"][number]): LineTexts {
  const text = (number: number | null) => (number === null ? "" : String(number))
  const index = rule.kind === "index" ? { series: rule.series, base_month: rule.base_month, lag_months: String(rule.lag_months) } : {}
  return {
    ...newLineTexts(String(yuanFromFen(line.unit_price_fen))), rule: rule.kind, ...index, min_quantity: text(line.min_quantity), max_quantity: text(line.max_quantity), term_min: text(line.term_min), term_max: text(line.term_max),
    grade: line.grade, substitute: line.substitute_variant_id ?? NO_SUBSTITUTE, temperature: line.temperature, settle_by: line.settle_by,
  }
}

/** Of goods just picked: their price, and nothing else agreed yet. */
export const newLineTexts = (price: string): LineTexts => ({
  price, rule: "lock", series: "", base_month: "", lag_months: "1", min_quantity: "", max_quantity: "", term_min: "", term_max: "", grade: "", substitute: NO_SUBSTITUTE, temperature: "ambient", settle_by: "count",
})

/** What was typed, as the contract reads it; what is no number stays none, and what no choice offers is found by the contract. */
export function lineTermsOf({ price, rule, series, base_month, lag_months, grade, substitute, temperature, settle_by, ...texts }: LineTexts): Omit<z.input<typeof AgreementLineInput>, "variant_id"> {
  const whole = (text: string) => (text.trim() === "" ? null : Number(text))
  return {
    unit_price_fen: fenOf(price), min_quantity: whole(texts.min_quantity), max_quantity: whole(texts.max_quantity), term_min: whole(texts.term_min), term_max: whole(texts.term_max), grade,
    price_rule: rule === "index" ? { kind: rule, series, base_month, lag_months: whole(lag_months) ?? Number.NaN } : { kind: rule === "ceiling" ? rule : "lock" },
    substitute_variant_id: substitute === NO_SUBSTITUTE ? null : substitute, temperature: chosen(TEMPERATURES, temperature), settle_by: chosen(SETTLE_BY, settle_by),
  }
}

const chosen = <Value extends string>(options: [Value, string][], text: string): Value => (options.find(([value]) => value === text) ?? options[0]!)[0]
/** More than two decimals would be rounded behind the typist's back: refused instead. */
const fenOf = (yuan: string): number => (/^\d+(\.\d{1,2})?$/.test(yuan.trim()) ? fenFromYuan(yuan.trim()) : Number.NaN)

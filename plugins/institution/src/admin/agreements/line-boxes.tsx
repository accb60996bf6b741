import type { AgreementChange, AgreementDossier } from "@fupin/contract/schemas"
import { ChoiceField, TextField } from "../lib/fields"
import { type LineTexts, NO_SUBSTITUTE, RULES, SETTLE_BY, TEMPERATURES } from "./line-texts"

export type LineKind = Exclude<AgreementChange["kind"], "days" | "term">
export const LINE_KINDS: LineKind[] = ["price", "settle_by", "quantity", "price_rule", "grade", "temperature", "substitute"]

interface LineBoxesProps {
  /** Names the boxes on the page. */
  id: string
  kind: LineKind
  texts: LineTexts
  /** Other goods of the agreement: variant and name. */
  others: [string, string][]
  series: AgreementDossier["price_series"]
  faultOf: (path: string) => string | undefined
  onChange: (change: Partial<LineTexts>) => void
}

/** The boxes of one term of a line, in a draft as in a proposal. */
export function LineBoxes({ id, kind, texts, others, series, faultOf, onChange }: LineBoxesProps) {
  const box = (name: keyof LineTexts, label: string, path: string = name, type?: "number") =>
    <TextField key={name} id={`${id}-${name}`} label={label} type={type} value={texts[name]} fault={faultOf(path)} onChange={(value) => onChange({ [name]: value })} />
  const choice = (name: keyof LineTexts, label: string, options: [string, string][], path: string = name) =>
    <ChoiceField id={`${id}-${name}`} label={label} value={texts[name]} options={options} fault={faultOf(path)} onChange={(value) => onChange({ [name]: value })} />
  switch (kind) {
    case "price": return box("price", texts.settle_by === "weight" ? "每公斤单价（元）" : "单价（元）", "unit_price_fen")
    case "grade": return box("grade", "等级", "grade")
    case "quantity": return <div className="grid grid-cols-2 gap-4">{([["min_quantity", "每次最少"], ["max_quantity", "每次最多"], ["term_min", "协议期最少"], ["term_max", "协议期最多"]] as const).map(([name, label]) => box(name, label, name, "number"))}</div>
    case "temperature": return choice("temperature", "温层", TEMPERATURES)
    case "settle_by": return choice("settle_by", "结算方式", SETTLE_BY)
    case "substitute": return choice("substitute", "缺货时以哪种替代（须有有效认定）", [[NO_SUBSTITUTE, "不替代"], ...others], "substitute_variant_id")
    case "price_rule": {
      const months = series.find((one) => one.series === texts.series)?.months ?? []
      return (
        <div className="flex flex-col gap-y-4">
          {choice("rule", "价格规则", RULES, "price_rule")}
          {texts.rule === "index" && choice("series", "价格指数", series.map((one) => [one.series, `${one.series}（${one.source}）`]), "price_rule.series")}
          {texts.rule === "index" && choice("base_month", "基期", months.map((month) => [month, month]), "price_rule.base_month")}
          {texts.rule === "index" && box("lag_months", "取配送月前几个月的数值", "price_rule.lag_months", "number")}
        </div>
      )
    }
  }
}

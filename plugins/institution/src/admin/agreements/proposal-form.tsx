import type { AgreementDossier, SupplyAgreement } from "@fupin/contract/schemas"
import { useState } from "react"
import { post } from "../lib/client"
import { ChoiceField, TextField, WeekdayField } from "../lib/fields"
import { useSaver } from "../lib/saver"
import { SmallForm } from "../spending/small-form"
import { NO_SUBSTITUTE, PROPOSAL_KINDS, type ProposalDraft, proposalDraft, type ProposalKind, proposalOf } from "./proposal-draft"

interface ProposalFormProps { agreement: SupplyAgreement; series: AgreementDossier["price_series"]; onSaved: () => unknown }

/** What the producer proposes, entered by the office; the boxes begin with the terms as they are. */
export function ProposalForm({ agreement, series, onSaved }: ProposalFormProps) {
  const [draft, setDraft] = useState<ProposalDraft>(() => proposalDraft(agreement, "price", agreement.lines[0]!.variant_id))
  const saver = useSaver(() => post(`agreements/${agreement.id}/proposals`, proposalOf(draft)), "提议已登记，等采购单位答复", onSaved)
  const isWhole = draft.kind === "days" || draft.kind === "term"
  return (
    <SmallForm title="登记供货方的提议" button="发出提议" saver={saver}>
      <ChoiceField id="proposal-kind" label="改什么" value={draft.kind} options={Object.entries(PROPOSAL_KINDS)} onChange={(kind) => setDraft(proposalDraft(agreement, kind as ProposalKind, draft.variant_id))} />
      {!isWhole && <ChoiceField id="proposal-variant" label="商品" value={draft.variant_id} options={agreement.lines.map(({ variant_id, title, specification }) => [variant_id, `${title} ${specification}`])} onChange={(variant_id) => setDraft(proposalDraft(agreement, draft.kind, variant_id))} />}
      <Boxes agreement={agreement} series={series} draft={draft} faults={saver.faults.fields} onChange={setDraft} />
      <TextField id="proposal-note" label="说明" value={draft.texts.note} fault={saver.faults.fields.note} onChange={(note) => setDraft({ ...draft, texts: { ...draft.texts, note } })} />
    </SmallForm>
  )
}

interface BoxesProps { agreement: SupplyAgreement; series: AgreementDossier["price_series"]; draft: ProposalDraft; faults: Record<string, string>; onChange: (draft: ProposalDraft) => void }

function Boxes({ agreement, series, draft, faults, onChange }: BoxesProps) {
  const { kind, texts, weekdays } = draft
  const box = (name: keyof ProposalDraft["texts"], label: string, path: string, type?: "number" | "date") =>
    <TextField key={name} id={`proposal-${name}`} label={label} type={type} value={texts[name]} fault={faults[`change.${path}`]} onChange={(value) => onChange({ ...draft, texts: { ...texts, [name]: value } })} />
  const choice = (name: keyof ProposalDraft["texts"], label: string, options: [string, string][], path: string = name) =>
    <ChoiceField id={`proposal-${name}`} label={label} value={texts[name]} options={options} fault={faults[`change.${path}`]} onChange={(value) => onChange({ ...draft, texts: { ...texts, [name]: value } })} />
  switch (kind) {
    case "price": return box("price", "单价（元）", "unit_price_fen")
    case "grade": return box("grade", "等级", "grade")
    case "quantity": return <div className="grid grid-cols-2 gap-4">{([["min_quantity", "每次最少"], ["max_quantity", "每次最多"], ["term_min", "协议期最少"], ["term_max", "协议期最多"]] as const).map(([name, label]) => box(name, label, name, "number"))}</div>
    case "temperature": return choice("temperature", "温层", [["ambient", "常温"], ["chilled", "冷藏"], ["frozen", "冷冻"]])
    case "substitute": return choice("substitute", "缺货时以哪种替代（须有有效认定）", [[NO_SUBSTITUTE, "不替代"], ...agreement.lines.filter(({ variant_id }) => variant_id !== draft.variant_id).map(({ variant_id, title, specification }): [string, string] => [variant_id, `${title} ${specification}`])], "substitute_variant_id")
    case "days": return <><WeekdayField value={weekdays} fault={faults["change.weekdays"]} onChange={(days) => onChange({ ...draft, weekdays: days })} />{box("lead_time_days", "提前截单天数", "lead_time_days", "number")}</>
    case "term": return <>{box("valid_from", "开始日期", "valid_from", "date")}{box("valid_to", "结束日期（含当天）", "valid_to", "date")}</>
    case "price_rule": {
      const months = series.find((one) => one.series === texts.series)?.months ?? []
      return (
        <>
          {choice("rule", "价格规则", [["lock", "协议期内固定"], ["ceiling", "限价：商城价与协议价取低"], ["index", "随价格指数浮动"]], "price_rule")}
          {texts.rule === "index" && choice("series", "价格指数", series.map((one) => [one.series, `${one.series}（${one.source}）`]), "price_rule.series")}
          {texts.rule === "index" && choice("base_month", "基期", months.map((month) => [month, month]), "price_rule.base_month")}
          {texts.rule === "index" && box("lag_months", "取配送月前几个月的数值", "price_rule.lag_months", "number")}
        </>
      )
    }
  }
}

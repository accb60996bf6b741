import type { AgreementDossier, SupplyAgreement } from "@fupin/contract/schemas"
import { useState } from "react"
import { post } from "../lib/client"
import { ChoiceField, TextField, WeekdayField } from "../lib/fields"
import { useSaver } from "../lib/saver"
import { SmallForm } from "../spending/small-form"
import { LineBoxes } from "./line-boxes"
import { PROPOSAL_KINDS, type ProposalDraft, proposalDraft, type ProposalKind, proposalOf } from "./proposal-draft"

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
  const set = (change: Partial<ProposalDraft["texts"]>) => onChange({ ...draft, texts: { ...texts, ...change } })
  const box = (name: "lead_time_days" | "valid_from" | "valid_to", label: string, type: "number" | "date") =>
    <TextField key={name} id={`proposal-${name}`} label={label} type={type} value={texts[name]} fault={faults[`change.${name}`]} onChange={(value) => set({ [name]: value })} />
  if (kind === "days") return <><WeekdayField value={weekdays} fault={faults["change.weekdays"]} onChange={(days) => onChange({ ...draft, weekdays: days })} />{box("lead_time_days", "提前截单天数", "number")}</>
  if (kind === "term") return <>{box("valid_from", "开始日期", "date")}{box("valid_to", "结束日期（含当天）", "date")}</>
  const others = agreement.lines.filter(({ variant_id }) => variant_id !== draft.variant_id).map(({ variant_id, title, specification }): [string, string] => [variant_id, `${title} ${specification}`])
  return <LineBoxes id="proposal" kind={kind} texts={texts} others={others} series={series} faultOf={(path) => faults[`change.${path}`]} onChange={set} />
}

"use client"

import type { AgreementChange, AgreementDossier, SupplyAgreement } from "@fupin/contract/schemas"
import { useState } from "react"
import { FormMessage } from "@/components/forms/form-message"
import { TextField } from "@/components/forms/text-field"
import { useActionForm } from "@/components/forms/use-action-form"
import { Button, describedBy, Field, Select } from "@/components/ui"
import { CHANGE_KINDS } from "@/lib/desk/agreement-words"
import { proposeChange } from "@/lib/desk/supply-actions"
import { BLANK_FORM, type FormState } from "@/lib/forms/form-state"
import { WeekdayChips } from "./weekday-chips"

interface ProposalFormProps { agreement: SupplyAgreement; series: AgreementDossier["price_series"]; /** At the desk the unit's own. */ propose?: typeof proposeChange }

/** One side's own proposal: one term, of one product or of the whole; the boxes begin with what stands now. */
export function ProposalForm({ agreement, series, propose = proposeChange }: ProposalFormProps) {
  const { state, busy, form } = useActionForm(propose, BLANK_FORM)
  const [kind, setKind] = useState<AgreementChange["kind"]>("price")
  const [variantId, setVariantId] = useState(agreement.lines[0]?.variant_id ?? "")
  const isWhole = kind === "days" || kind === "term"
  return (
    <form {...form} className="grid max-w-2xl gap-4 rounded-lg border border-line bg-white p-5">
      <h3 className="text-lg">提出修改</h3>
      <FormMessage state={state} />
      <input type="hidden" name="agreement_id" value={agreement.id} />
      <div className="grid gap-4 sm:grid-cols-2">
        <Field id="kind" label="改什么"><Select id="kind" name="kind" value={kind} onChange={(event) => setKind(event.target.value as AgreementChange["kind"])}>{Object.entries(CHANGE_KINDS).map(([value, text]) => <option key={value} value={value}>{text}</option>)}</Select></Field>
        {!isWhole && <Field id="variant_id" label="商品"><Select id="variant_id" name="variant_id" value={variantId} onChange={(event) => setVariantId(event.target.value)}>{agreement.lines.map(({ variant_id, title, specification }) => <option key={variant_id} value={variant_id}>{title} {specification}</option>)}</Select></Field>}
      </div>
      <Boxes key={`${kind} ${variantId} ${agreement.version}`} agreement={agreement} series={series} kind={kind} variantId={variantId} state={state} />
      <TextField name="note" label="说明" state={state} optional maxLength={200} />
      <Button type="submit" look="secondary" busy={busy} className="justify-self-start">发出提议</Button>
    </form>
  )
}

const text = (number: number | null): string => (number === null ? "" : String(number))

function Boxes({ agreement, series, kind, variantId, state }: Omit<ProposalFormProps, "propose"> & { kind: AgreementChange["kind"]; variantId: string; state: FormState }) {
  const line = agreement.lines.find(({ variant_id }) => variant_id === variantId)
  if (kind === "days") {
    return <><WeekdayChips allowed={[1, 2, 3, 4, 5, 6, 7]} chosen={agreement.weekdays} error={state.errors.weekdays} /><TextField name="lead_time_days" label="提前几天截单" state={state} initial={String(agreement.lead_time_days)} inputMode="numeric" hint="0 表示配送当天，最多 14 天" /></>
  }
  if (kind === "term") return <div className="grid gap-4 sm:grid-cols-2"><TextField name="valid_from" label="开始日期" type="date" state={state} initial={agreement.valid_from} /><TextField name="valid_to" label="结束日期（含当天）" type="date" state={state} initial={agreement.valid_to} /></div>
  if (!line) return null
  switch (kind) {
    case "price": return <TextField name="price" label="单价（元）" state={state} initial={(line.unit_price_fen / 100).toFixed(2)} inputMode="decimal" />
    case "grade": return <TextField name="grade" label="等级" state={state} initial={line.grade} optional maxLength={40} hint="留空表示不限等级" />
    case "temperature": return <Pick name="temperature" label="温层" initial={line.temperature} options={[["ambient", "常温"], ["chilled", "冷藏"], ["frozen", "冷冻"]]} />
    case "settle_by": return <Pick name="settle_by" label="结算方式" hint="计重的商品按公斤订货、计价，规格须为每份 1 公斤" initial={line.settle_by} options={[["count", "计件"], ["weight", "计重，以验收重量结算"]]} />
    case "substitute": return <Pick name="substitute_variant_id" label="缺货时以哪种商品替代" hint="须是本协议里有有效认定的商品" initial={line.substitute_variant_id ?? ""} options={[["", "不替代"], ...agreement.lines.filter(({ variant_id }) => variant_id !== variantId).map(({ variant_id, title, specification }): [string, string] => [variant_id, `${title} ${specification}`])]} />
    case "price_rule": return <RuleBoxes line={line} series={series} state={state} />
    case "quantity": return (
      <div className="grid items-start gap-4 sm:grid-cols-2">
        {([["min_quantity", "每次最少"], ["max_quantity", "每次最多"], ["term_min", "协议期最少"], ["term_max", "协议期最多"]] as const).map(([name, label]) => <TextField key={name} name={name} label={label} state={state} initial={text(line[name])} optional inputMode="numeric" hint="留空表示不限" />)}
      </div>
    )
  }
}

/** Locked, a ceiling, or by a stated index from its base month. */
function RuleBoxes({ line: { price_rule: held }, series, state }: { line: SupplyAgreement["lines"][number]; series: ProposalFormProps["series"]; state: FormState }) {
  const [rule, setRule] = useState(held.kind)
  const [name, setName] = useState(held.kind === "index" ? held.series : (series[0]?.series ?? ""))
  const months = series.find((one) => one.series === name)?.months ?? []
  return (
    <div className="grid items-start gap-4 sm:grid-cols-2">
      <Pick name="rule" label="价格规则" initial={rule} onPick={(value) => setRule(value as typeof rule)} options={[["lock", "协议期内固定"], ["ceiling", "限价：商城价与协议价取低"], ["index", "随价格指数浮动"]]} />
      {rule === "index" && <Pick name="series" label="价格指数" initial={name} error={state.errors.series} onPick={setName} options={series.map((one) => [one.series, `${one.series}（${one.source}）`])} />}
      {rule === "index" && <Pick key={name} name="base_month" label="基期" hint="协议价所对应的月份" error={state.errors.base_month} initial={held.kind === "index" ? held.base_month : (months.at(-1) ?? "")} options={months.map((month) => [month, month])} />}
      {rule === "index" && <TextField name="lag_months" label="取配送月前几个月的数值" state={state} initial={held.kind === "index" ? String(held.lag_months) : "1"} inputMode="numeric" hint="0 至 6" />}
      {rule === "index" && series.length === 0 && <p className="text-sm text-ink-soft sm:col-span-2">还没有登记价格指数，请联系帮扶办。</p>}
    </div>
  )
}

interface PickProps { name: string; label: string; initial: string; options: [string, string][]; hint?: string; error?: string; onPick?: (value: string) => void }

function Pick({ name, label, initial, options, hint, error, onPick }: PickProps) {
  return (
    <Field id={name} label={label} hint={hint} error={error}>
      <Select id={name} name={name} defaultValue={initial} aria-invalid={error ? true : undefined} aria-describedby={describedBy(name, { hint, error })} onChange={(event) => onPick?.(event.target.value)}>
        {options.map(([value, said]) => <option key={value} value={value}>{said}</option>)}
      </Select>
    </Field>
  )
}

"use client"

import { formatFen } from "@fupin/contract/money"
import type { WorkbenchDemand } from "@fupin/contract/schemas"
import { useState } from "react"
import { FormMessage } from "@/components/forms/form-message"
import { TextField } from "@/components/forms/text-field"
import { useActionForm } from "@/components/forms/use-action-form"
import { Button, Field, Select } from "@/components/ui"
import { BLANK_FORM, type FormState } from "@/lib/forms/form-state"
import { saveQuote } from "@/lib/workbench/actions"
import { soughtText } from "@/lib/desk/demand-words"
import { DEDUCTIONS, quoteValues } from "@/lib/workbench/quote-form"

/** A card for each thing sought: which of one's certified goods, how much one holds, at what price. What is not chosen is not quoted for. */
export function QuoteForm({ demand }: { demand: WorkbenchDemand }) {
  const { state, busy, form } = useActionForm(saveQuote, BLANK_FORM)
  const isBulk = demand.bulk !== null
  const held = quoteValues(demand.quote, demand.to_day, isBulk)
  return (
    <form {...form} className="grid gap-4">
      <FormMessage state={state} />
      <input type="hidden" name="id" value={demand.id} />
      {isBulk && <input type="hidden" name="bulk" value="yes" />}
      {demand.lines.map((_line, place) => <QuotedLine key={place} place={place} demand={demand} held={held} state={state} />)}
      {isBulk && <QualityRows held={held} state={state} />}
      <TextField name="valid_to" label="报价有效期至" type="date" state={state} initial={held.valid_to} />
      <TextField name="note" label="说明" state={state} initial={held.note} optional maxLength={200} placeholder="例如：现挖现发，当天送到" />
      <Button type="submit" size="lg" busy={busy} className="w-full sm:w-auto sm:justify-self-start">{busy ? "正在提交…" : demand.quote ? "提交新报价" : "提交报价"}</Button>
    </form>
  )
}

interface LineProps { place: number; demand: WorkbenchDemand; held: Record<string, string>; state: FormState }

function QuotedLine({ place, demand: { lines, goods, bulk }, held, state }: LineProps) {
  const { name, requirement, quantity, unit, limit_fen } = lines[place]!
  const [chosen, setChosen] = useState(state.values[`goods:${place}`] ?? held[`goods:${place}`] ?? "")
  const id = `goods:${place}`
  return (
    <fieldset className="grid gap-4 rounded-lg border border-line bg-white p-4 sm:p-5">
      <legend className="sr-only">{name}</legend>
      <div className="flex flex-wrap items-baseline justify-between gap-x-4"><p className="text-lg font-semibold">{name}　<span className="text-base font-normal text-ink-soft">{requirement}</span></p><p className="figures">{soughtText({ bulk }, { quantity, unit })}{limit_fen !== null && <span className="text-sm text-ink-soft">　限价 ¥{bulk ? `${formatFen(limit_fen * 1000)}/吨` : `${formatFen(limit_fen)}/${unit}`}</span>}</p></div>
      <Field id={id} label="用哪种商品报价"><Select id={id} name={id} value={chosen} onChange={(event) => setChosen(event.target.value)}><option value="">不报这一项</option>{goods.map(({ variant_id, title, specification }) => <option key={variant_id} value={variant_id}>{title} {specification}</option>)}</Select></Field>
      {chosen !== "" && bulk && (
        <>
          <input type="hidden" name={`content:${place}`} value="1" />
          <TextField name={`price:${place}`} label="每吨价格（元）" state={state} initial={held[`price:${place}`]} inputMode="decimal" placeholder="2340" hint="10 元的整数倍；商品规格须为 1 公斤，按过磅重量结算" />
        </>
      )}
      {chosen !== "" && !bulk && (
        <div className="grid grid-cols-2 gap-4">
          <TextField name={`content:${place}`} label={`每件含多少${unit}`} state={state} initial={held[`content:${place}`]} inputMode="decimal" placeholder="5" />
          <TextField name={`price:${place}`} label="每件单价（元）" state={state} initial={held[`price:${place}`]} inputMode="decimal" placeholder="39.90" />
        </div>
      )}
    </fieldset>
  )
}

/** What is taken off each tonne where a quality falls short; the buyer compares it beside the price. */
function QualityRows({ held, state }: Pick<LineProps, "held" | "state">) {
  return (
    <fieldset className="grid gap-3 rounded-lg border border-line bg-white p-4 sm:p-5">
      <legend className="sr-only">质量扣价</legend>
      <p className="text-lg font-semibold">质量扣价<span className="ml-2 text-sm font-normal text-ink-soft">没有就不填</span></p>
      {DEDUCTIONS.map((row) => (
        <div key={row} className="grid grid-cols-[1fr_8rem] items-start gap-4">
          <TextField name={`criterion:${row}`} label="条件" state={state} initial={held[`criterion:${row}`]} required={false} maxLength={40} placeholder="水分每超 1%" />
          <TextField name={`off:${row}`} label="每吨扣（元）" state={state} initial={held[`off:${row}`]} required={false} inputMode="decimal" placeholder="20" />
        </div>
      ))}
    </fieldset>
  )
}

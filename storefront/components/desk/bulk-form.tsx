"use client"

import { BULK_DELIVERIES } from "@fupin/contract/codes"
import type { Division } from "@fupin/contract/schemas"
import { useState } from "react"
import { DivisionPicker } from "@/components/checkout/division-picker"
import { FormMessage } from "@/components/forms/form-message"
import { TextField } from "@/components/forms/text-field"
import { useActionForm } from "@/components/forms/use-action-form"
import { Button, Choice, ChoiceGroup } from "@/components/ui"
import { batchNumbers } from "@/lib/desk/bulk-form"
import { saveBulkDemand } from "@/lib/desk/demand-actions"
import { BLANK_FORM, type FormState } from "@/lib/forms/form-state"
import { WeekdayChips } from "./weekday-chips"

const DAYS = [1, 2, 3, 4, 5, 6, 7]
const MOST = 12

/** 原料按吨询价: one material, by which standard, in which months, and where it is handed over. */
export function BulkForm({ organisationId, provinces, today }: { organisationId: string; provinces: Division[]; today: string }) {
  const { state, busy, form } = useActionForm(saveBulkDemand, BLANK_FORM)
  const [origin, setOrigin] = useState(state.values.origin ?? "any")
  const chosen = (state.values.weekday ?? "1,2,3,4,5").split(",").map(Number)
  return (
    <form {...form} className="grid max-w-3xl gap-7">
      <FormMessage state={state} />
      <input type="hidden" name="organisation_id" value={organisationId} />
      <TextField name="title" label="标题" state={state} maxLength={60} placeholder="上半年酿酒用玉米" />
      <div className="grid gap-4 sm:grid-cols-3">
        <TextField name="name" label="原料" state={state} maxLength={40} placeholder="玉米" />
        <TextField name="requirement" label="等级和规格" state={state} optional maxLength={40} placeholder="二等，水分 14% 以内" fieldClass="sm:col-span-2" />
        <TextField name="inspection" label="检验标准" state={state} maxLength={80} placeholder="GB 1353-2018，到厂抽检" fieldClass="sm:col-span-2" />
        <TextField name="limit" label="每吨限价（元）" state={state} optional inputMode="decimal" hint="10 元的整数倍，折合每公斤整分" />
      </div>
      <ChoiceGroup legend="交货地点" className="sm:grid-cols-2">
        <Choice name="delivery" value="at_plant" defaultChecked={state.values.delivery !== "at_origin"} note="运费含在报价里，到厂过磅">{BULK_DELIVERIES.at_plant}</Choice>
        <Choice name="delivery" value="at_origin" defaultChecked={state.values.delivery === "at_origin"} note="本单位到产地装运，产地过磅">{BULK_DELIVERIES.at_origin}</Choice>
      </ChoiceGroup>
      <div className="grid gap-4 sm:grid-cols-3">
        <TextField name="quote_by" label="报价截止日" state={state} type="date" min={today} hint="当天仍可报价；之后才能看到报价" />
        <TextField name="from_day" label="开始供货" state={state} type="date" min={today} />
        <TextField name="to_day" label="结束供货" state={state} type="date" min={today} />
      </div>
      <Batches state={state} />
      <WeekdayChips allowed={DAYS} chosen={chosen} error={state.errors.weekday} />
      <ChoiceGroup legend="产地" className="sm:grid-cols-2">
        <Choice name="origin" value="any" checked={origin === "any"} onChange={() => setOrigin("any")} note="认定在有效期内即可">不限</Choice>
        <Choice name="origin" value="fixed" checked={origin === "fixed"} onChange={() => setOrigin("fixed")} note="结对帮扶、直采直供基地">指定区县</Choice>
      </ChoiceGroup>
      {origin === "fixed" && <DivisionPicker provinces={provinces} code={state.values.county_code ?? ""} error={state.errors.county_code} />}
      <TextField name="note" label="其他要求" state={state} optional maxLength={200} placeholder="包装、装卸、付款等" />
      <Button type="submit" busy={busy} className="justify-self-start">{busy ? "正在发布…" : "发布询价"}</Button>
    </form>
  )
}

/** Month and tonnes of each batch; empty ones are left out. */
function Batches({ state }: { state: FormState }) {
  const [rows, setRows] = useState(() => { const held = batchNumbers(state.values); return held.length > 0 ? held : [0, 1] })
  return (
    <fieldset className="grid gap-4">
      <legend className="mb-2 font-song text-xl font-bold">分批</legend>
      {state.errors.batches && <p role="alert" className="text-sm text-vermilion-deep">{state.errors.batches}</p>}
      {rows.map((row, place) => (
        <div key={row} role="group" aria-label={`第 ${place + 1} 批`} className="grid grid-cols-2 items-start gap-4 rounded-lg border border-line bg-white p-4">
          <TextField name={`month:${row}`} label="月份" state={state} type="month" required={false} />
          <TextField name={`tonnes:${row}`} label="吨数" state={state} required={false} inputMode="decimal" placeholder="30.5" />
        </div>
      ))}
      {rows.length < MOST && <Button type="button" look="secondary" size="sm" className="justify-self-start" onClick={() => setRows([...rows, Math.max(...rows) + 1])}>再加一批</Button>}
    </fieldset>
  )
}

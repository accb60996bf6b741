"use client"

import type { Division } from "@fupin/contract/schemas"
import { useState } from "react"
import { DivisionPicker } from "@/components/checkout/division-picker"
import { FormMessage } from "@/components/forms/form-message"
import { TextField } from "@/components/forms/text-field"
import { useActionForm } from "@/components/forms/use-action-form"
import { Button, Choice, ChoiceGroup } from "@/components/ui"
import { saveDemand } from "@/lib/desk/demand-actions"
import { BLANK_FORM } from "@/lib/forms/form-state"
import { DemandLines, type Sought } from "./demand-lines"
import { WeekdayChips } from "./weekday-chips"

const DAYS = [1, 2, 3, 4, 5, 6, 7]

/** 发布需求: what, how much, when, and until when producers may quote. */
export function DemandForm({ organisationId, provinces, today, sought }: { organisationId: string; provinces: Division[]; today: string; sought: Sought }) {
  const { state, busy, form } = useActionForm(saveDemand, BLANK_FORM)
  const [origin, setOrigin] = useState(state.values.origin ?? "any")
  const chosen = (state.values.weekday ?? "1,4").split(",").map(Number)
  return (
    <form {...form} className="grid max-w-3xl gap-7">
      <FormMessage state={state} />
      <input type="hidden" name="organisation_id" value={organisationId} />
      <TextField name="title" label="标题" state={state} maxLength={60} placeholder="下学期食堂大米和鸡蛋" />
      <DemandLines state={state} sought={sought} />
      <div className="grid gap-4 sm:grid-cols-3">
        <TextField name="quote_by" label="报价截止日" state={state} type="date" min={today} hint="当天仍可报价；之后才能看到报价" />
        <TextField name="from_day" label="开始供货" state={state} type="date" min={today} />
        <TextField name="to_day" label="结束供货" state={state} type="date" min={today} />
      </div>
      <WeekdayChips allowed={DAYS} chosen={chosen} error={state.errors.weekday} />
      <ChoiceGroup legend="产地" className="sm:grid-cols-2">
        <Choice name="origin" value="any" checked={origin === "any"} onChange={() => setOrigin("any")} note="认定在有效期内即可">不限</Choice>
        <Choice name="origin" value="fixed" checked={origin === "fixed"} onChange={() => setOrigin("fixed")} note="东西部协作、定点帮扶等结对采购">指定区县</Choice>
      </ChoiceGroup>
      {origin === "fixed" && <DivisionPicker provinces={provinces} code={state.values.county_code ?? ""} error={state.errors.county_code} />}
      <TextField name="note" label="其他要求" state={state} optional maxLength={200} placeholder="送货时间、包装、检测报告等" />
      <Button type="submit" busy={busy} className="justify-self-start">{busy ? "正在发布…" : "发布需求"}</Button>
    </form>
  )
}

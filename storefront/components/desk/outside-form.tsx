"use client"

import type { Division } from "@fupin/contract/schemas"
import { DivisionPicker } from "@/components/checkout/division-picker"
import { FormMessage } from "@/components/forms/form-message"
import { TextField } from "@/components/forms/text-field"
import { useActionForm } from "@/components/forms/use-action-form"
import { Button, describedBy, Field, Input, Select } from "@/components/ui"
import { SOURCES } from "@/lib/desk/budget-words"
import { enterOutside } from "@/lib/desk/spending-actions"
import { BLANK_FORM } from "@/lib/forms/form-state"

/** A purchase made elsewhere with its proof; it counts once the office has looked at it. */
export function OutsideForm({ organisationId, today, provinces }: { organisationId: string; today: string; provinces: Division[] }) {
  const { state, busy, form } = useActionForm(enterOutside, BLANK_FORM)
  const fault = state.errors.proof
  const hint = "发票或平台订单，PDF、JPG 或 PNG，不超过 10 MB"
  return (
    <form {...form} className="grid gap-4">
      <FormMessage state={state} />
      <input type="hidden" name="organisation_id" value={organisationId} />
      <div className="grid gap-4 sm:grid-cols-2">
        <Field id="platform" label="在哪里买的"><Select id="platform" name="platform" defaultValue={state.values.platform ?? "platform_832"}><option value="platform_832">832平台</option><option value="other">其他渠道</option></Select></Field>
        <Field id="source" label="用什么经费"><Select id="source" name="source" defaultValue={state.values.source ?? "canteen"}>{Object.entries(SOURCES).map(([key, text]) => <option key={key} value={key}>{text}</option>)}</Select></Field>
        <TextField name="seller" label="卖方" state={state} maxLength={80} />
        <TextField name="goods" label="商品和数量" state={state} maxLength={120} placeholder="例如：香菇 20 千克" />
        <TextField name="yuan" label="金额（元）" state={state} inputMode="decimal" />
        <TextField name="paid_on" label="付款日期" state={state} type="date" max={today} />
        <Field id="proof" label="凭证" hint={hint} error={fault}><Input id="proof" name="proof" type="file" accept="application/pdf,image/jpeg,image/png" required aria-invalid={fault ? true : undefined} aria-describedby={describedBy("proof", { hint, error: fault })} /></Field>
      </div>
      <p className="text-sm font-semibold">产地</p>
      <DivisionPicker provinces={provinces} code={state.values.county_code ?? ""} error={state.errors.county_code} />
      <Button type="submit" look="secondary" busy={busy} className="justify-self-start">{busy ? "正在上传…" : "提交核对"}</Button>
    </form>
  )
}

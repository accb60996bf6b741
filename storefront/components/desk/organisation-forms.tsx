"use client"

import { PURCHASE_REASONS } from "@fupin/contract/codes"
import type { Division, PurchaseReason } from "@fupin/contract/schemas"
import { DivisionPicker } from "@/components/checkout/division-picker"
import { FormMessage } from "@/components/forms/form-message"
import { TextField } from "@/components/forms/text-field"
import { useActionForm } from "@/components/forms/use-action-form"
import { Button, Choice, Field, Select } from "@/components/ui"
import { weekdayText } from "@/lib/dates"
import { addDeliveryPoint, addInvoiceTitle, endDetail, setReason } from "@/lib/desk/organisation-actions"
import { BLANK_FORM } from "@/lib/forms/form-state"

export function InvoiceTitleForm({ organisationId }: { organisationId: string }) {
  const { state, busy, form } = useActionForm(addInvoiceTitle, BLANK_FORM)
  return (
    <form {...form} className="grid gap-4">
      <FormMessage state={state} />
      <input type="hidden" name="organisation_id" value={organisationId} />
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField name="title" label="发票抬头" state={state} maxLength={100} />
        <TextField name="tax_number" label="纳税人识别号" state={state} maxLength={20} className="figures" />
        <TextField name="bank" label="开户行" state={state} optional maxLength={80} />
        <TextField name="account" label="银行账号" state={state} optional inputMode="numeric" maxLength={40} className="figures" />
        <TextField name="address" label="地址、电话" state={state} optional maxLength={120} fieldClass="sm:col-span-2" />
      </div>
      <Choice kind="checkbox" name="is_default" defaultChecked={"is_default" in state.values}>设为默认抬头</Choice>
      <Button type="submit" look="secondary" busy={busy} className="justify-self-start">添加抬头</Button>
    </form>
  )
}

/** 以购代捐、以买代帮 (R26), said of the unit's orders from now on. */
export function ReasonForm({ organisationId, reason }: { organisationId: string; reason: PurchaseReason | null }) {
  const { state, busy, form } = useActionForm(setReason, BLANK_FORM)
  return (
    <form {...form} className="grid gap-4">
      <FormMessage state={state} />
      <input type="hidden" name="organisation_id" value={organisationId} />
      <Field id="purchase-reason" label="为什么买" hint="写进今后订单的附件2 备注，并在帮扶成效里合计；不影响价格和受益。">
        <Select id="purchase-reason" name="reason" defaultValue={reason ?? ""}>
          <option value="">不写</option>{Object.entries(PURCHASE_REASONS).filter(([key]) => key !== "own_use").map(([key, name]) => <option key={key} value={key}>{name}</option>)}
        </Select>
      </Field>
      <Button type="submit" look="secondary" busy={busy} className="justify-self-start">保存</Button>
    </form>
  )
}

export function DeliveryPointForm({ organisationId, provinces }: { organisationId: string; provinces: Division[] }) {
  const { state, busy, form } = useActionForm(addDeliveryPoint, BLANK_FORM)
  return (
    <form {...form} className="grid gap-4">
      <FormMessage state={state} />
      <input type="hidden" name="organisation_id" value={organisationId} />
      <div className="grid gap-4 sm:grid-cols-3">
        <TextField name="name" label="收货点" state={state} maxLength={40} placeholder="例如：东门食堂" />
        <TextField name="contact" label="联系人" state={state} maxLength={40} />
        <TextField name="phone" label="电话" state={state} type="tel" inputMode="tel" maxLength={16} />
      </div>
      <DivisionPicker provinces={provinces} code={state.values.county_code ?? ""} error={state.errors.county_code} />
      <TextField name="detail" label="详细地址" state={state} maxLength={120} />
      <fieldset className="grid gap-2">
        <legend className="mb-1 text-sm font-semibold">收货时间<span className="ml-1.5 font-normal text-ink-faint">（可不填）</span></legend>
        <div className="flex flex-wrap gap-x-4 gap-y-2">{[1, 2, 3, 4, 5, 6, 7].map((day) => <label key={day} className="flex min-h-10 items-center gap-2"><input type="checkbox" name="weekday" value={day} className="size-4 accent-vermilion" />{weekdayText(day)}</label>)}</div>
        <div className="grid grid-cols-2 gap-3 sm:max-w-sm"><TextField name="from" label="从" state={state} optional type="time" /><TextField name="to" label="到" state={state} optional type="time" /></div>
      </fieldset>
      <Button type="submit" look="secondary" busy={busy} className="justify-self-start">添加收货点</Button>
    </form>
  )
}

/** Takes an invoice title or a delivery point out of use; what was ordered with it stays as it is. */
export function EndDetail({ what, id, name }: { what: "invoice-titles" | "delivery-points"; id: string; name: string }) {
  const { state, busy, form } = useActionForm(endDetail, BLANK_FORM)
  return (
    <form {...form}>
      <FormMessage state={state} />
      <input type="hidden" name="what" value={what} />
      <input type="hidden" name="id" value={id} />
      <Button type="submit" look="quiet" size="sm" busy={busy} aria-label={`停用 ${name}`}>停用</Button>
    </form>
  )
}

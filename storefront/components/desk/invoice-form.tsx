"use client"

import type { StatementLine } from "@fupin/contract/schemas"
import { FormMessage } from "@/components/forms/form-message"
import { TextField } from "@/components/forms/text-field"
import { useActionForm } from "@/components/forms/use-action-form"
import { Button, Field, Select } from "@/components/ui"
import { requestInvoice } from "@/lib/desk/statement-actions"
import { BLANK_FORM } from "@/lib/forms/form-state"

interface InvoiceFormProps {
  organisationId: string
  title: string
  taxNumber: string
  /** Orders that no live invoice names yet. */
  orders: string[]
  lines: StatementLine[]
}

/** One invoice of the seller over the orders that are ticked: all of them in one, or some now and the others apart. */
export function InvoiceForm({ organisationId, title, taxNumber, orders, lines }: InvoiceFormProps) {
  const { state, busy, form } = useActionForm(requestInvoice, BLANK_FORM)
  const numberOf = (id: string) => lines.find(({ order_id }) => order_id === id)
  if (orders.length === 0) return <div className={state.message ? undefined : "hidden"}><FormMessage state={state} /></div>
  return (
    <form {...form} className="grid gap-4 border-t-4 border-leaf pt-4">
      <h2 className="text-xl">申请发票</h2>
      <FormMessage state={state} />
      <input type="hidden" name="organisation_id" value={organisationId} />
      <fieldset className="grid gap-2">
        <legend className="mb-1 text-sm font-semibold">开进这张发票的订单</legend>
        {orders.map((id) => (
          <label key={id} className="flex min-h-11 items-center gap-3"><input type="checkbox" name="order" value={id} defaultChecked className="size-5 accent-leaf" /><span className="figures">{numberOf(id)?.display_id}</span><span className="text-sm text-ink-soft">{numberOf(id)?.delivery_date}</span></label>
        ))}
      </fieldset>
      <TextField name="title" label="发票抬头" state={state} initial={title} maxLength={80} />
      <TextField name="tax_number" label="税号" state={state} initial={taxNumber} maxLength={20} className="figures" />
      <Field id="kind" label="发票种类"><Select id="kind" name="kind" defaultValue={state.values.kind ?? "ordinary"}><option value="ordinary">普通发票</option><option value="special">专用发票</option></Select></Field>
      <TextField name="note" label="备注" state={state} optional maxLength={120} />
      <Button type="submit" look="secondary" busy={busy} className="justify-self-start">{busy ? "正在提交…" : "向卖方申请"}</Button>
    </form>
  )
}

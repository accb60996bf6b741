"use client"

import { formatFen } from "@fupin/contract/money"
import type { StatementLine } from "@fupin/contract/schemas"
import { FormMessage } from "@/components/forms/form-message"
import { TextField } from "@/components/forms/text-field"
import { useActionForm } from "@/components/forms/use-action-form"
import { Button, Field, Input, Link, Select } from "@/components/ui"
import { requestInvoice } from "@/lib/desk/statement-actions"
import { BLANK_FORM } from "@/lib/forms/form-state"

interface InvoiceFormProps {
  organisationId: string
  /** 发票抬头 that the unit keeps, the first by default. */
  titles: { title: string; tax_number: string }[]
  /** Orders with what no live invoice covers yet. */
  orders: { order_id: string; left_fen: number }[]
  lines: StatementLine[]
}

/** One invoice of the seller over the orders that are ticked: all of them in one, some now and others apart, or part of one. */
export function InvoiceForm({ organisationId, titles, orders, lines }: InvoiceFormProps) {
  const { state, busy, form } = useActionForm(requestInvoice, BLANK_FORM)
  const lineOf = (id: string) => lines.find(({ order_id }) => order_id === id)
  if (orders.length === 0) return <div className={state.message ? undefined : "hidden"}><FormMessage state={state} /></div>
  return (
    <form {...form} className="grid gap-4 border-t-4 border-leaf pt-4">
      <h2 className="text-xl">申请发票</h2>
      <FormMessage state={state} />
      <input type="hidden" name="organisation_id" value={organisationId} />
      <fieldset className="grid gap-3">
        <legend className="mb-1 text-sm font-semibold">开进这张发票的订单</legend>
        <p className="text-sm text-ink-soft">几张订单可以合开一张；只开一部分时，改写金额。</p>
        {orders.map(({ order_id, left_fen }) => (
          <div key={order_id} className="grid grid-cols-[1fr_8rem] items-center gap-3">
            <label className="flex min-h-11 items-center gap-3"><input type="checkbox" name="order" value={order_id} defaultChecked className="size-5 shrink-0 accent-leaf" /><span><span className="figures block">订单 {lineOf(order_id)?.display_id}</span><span className="figures text-sm text-ink-soft">{lineOf(order_id)?.delivery_date}</span></span></label>
            <Input name={`a:${order_id}`} inputMode="decimal" aria-label={`订单 ${lineOf(order_id)?.display_id} 的开票金额（元）`} defaultValue={state.values[`a:${order_id}`] ?? formatFen(left_fen).replaceAll(",", "")} className="figures text-right" />
          </div>
        ))}
      </fieldset>
      <Field id="billed" label="发票抬头">
        <Select id="billed" name="billed" defaultValue={state.values.billed}>{titles.map(({ title, tax_number }) => <option key={`${title}${tax_number}`} value={`${title}\t${tax_number}`}>{title}（{tax_number}）</option>)}</Select>
      </Field>
      <p className="text-sm"><Link href="/desk/organisation#titles">管理发票抬头</Link></p>
      <Field id="kind" label="发票种类"><Select id="kind" name="kind" defaultValue={state.values.kind ?? "ordinary"}><option value="ordinary">普通发票</option><option value="special">专用发票</option></Select></Field>
      <TextField name="note" label="备注" state={state} optional maxLength={120} />
      <Button type="submit" look="secondary" busy={busy} className="justify-self-start">{busy ? "正在提交…" : "向卖方申请"}</Button>
    </form>
  )
}

"use client"

import { formatFen } from "@fupin/contract/money"
import type { InvoiceableSeller } from "@fupin/contract/schemas"
import { useId } from "react"
import { FormMessage } from "@/components/forms/form-message"
import { useActionForm } from "@/components/forms/use-action-form"
import { Button, Field, Input, Link, Select, Yuan } from "@/components/ui"
import { ORDER_SOURCES } from "@/lib/desk/invoice-words"
import { requestInvoice } from "@/lib/desk/statement-actions"
import { BLANK_FORM, type FormState } from "@/lib/forms/form-state"

interface InvoiceFormProps {
  organisationId: string
  /** 发票抬头 that the unit keeps, the first by default. */
  titles: { title: string; tax_number: string }[]
  /** What no live invoice covers yet. */
  sellers: InvoiceableSeller[]
}

type Asking = Pick<InvoiceFormProps, "organisationId" | "titles"> & { busy: boolean; state: FormState; form: Omit<ReturnType<typeof useActionForm>["form"], "ref"> }

/** As many orders as one request may name. */
const MOST = 200

/** One invoice a seller, over what is ticked: all in one, some now and others apart, or part of one. */
export function InvoiceForm({ organisationId, titles, sellers }: InvoiceFormProps) {
  const { state, busy, form: { ref: _several, ...form } } = useActionForm(requestInvoice, BLANK_FORM)
  const asking = { organisationId, titles, state, busy, form }
  const [first, ...others] = sellers
  return (
    <div className="grid gap-4">
      <FormMessage state={state} />
      {first && others.length === 0 && <SellerForm key={first.seller?.id ?? ""} of={first} {...asking} />}
      {others.length > 0 && sellers.map((one) => (
        <details key={one.seller?.id ?? ""} className="rounded-lg border border-line bg-white p-4 sm:p-5">
          <summary className="flex min-h-11 cursor-pointer flex-wrap items-center justify-between gap-x-4 font-semibold"><span>{one.seller?.name ?? "扶贫馆自营"}</span><span className="text-sm font-normal text-ink-soft">可开票 <Yuan fen={one.left_fen} className="text-base text-ink" /></span></summary>
          <div className="mt-4"><SellerForm of={one} {...asking} /></div>
        </details>
      ))}
    </div>
  )
}

function SellerForm({ of: { seller, orders, campaigns }, organisationId, titles, state, busy, form }: Asking & { of: InvoiceableSeller }) {
  const id = useId()
  return (
    <form {...form} className="grid gap-4">
      <input type="hidden" name="organisation_id" value={organisationId} />
      <fieldset className="grid gap-3">
        <legend className="mb-1 text-sm font-semibold">开进这张发票的订单</legend>
        <p className="text-sm text-ink-soft">几张订单可以合开一张；只开一部分时，改写金额。</p>
        {campaigns.map(({ campaign_id, title, orders: count, left_fen }) => <Part key={`${campaign_id}${left_fen}`} name="campaign" value={`${campaign_id}:${seller?.id ?? ""}`} amountName={`c:${campaign_id}`} title={title} hint={`${count} 张订单合开`} left_fen={left_fen} state={state} />)}
        {orders.slice(0, MOST).map(({ order_id, display_id, source, title, on, left_fen }) => <Part key={`${order_id}${left_fen}`} name="order" value={order_id} amountName={`a:${order_id}`} title={`订单 ${display_id}`} hint={`${on}　${ORDER_SOURCES[source]}　${title}`} left_fen={left_fen} state={state} />)}
      </fieldset>
      <Field id={`${id}billed`} label="发票抬头">
        <Select id={`${id}billed`} name="billed" defaultValue={state.values.billed}>{titles.map(({ title, tax_number }) => <option key={`${title}${tax_number}`} value={`${title}\t${tax_number}`}>{title}（{tax_number}）</option>)}</Select>
      </Field>
      <p className="text-sm"><Link href="/desk/organisation#titles">管理发票抬头</Link></p>
      <Field id={`${id}kind`} label="发票种类"><Select id={`${id}kind`} name="kind" defaultValue={state.values.kind ?? "ordinary"}><option value="ordinary">普通发票</option><option value="special">专用发票</option></Select></Field>
      <Field id={`${id}note`} label="备注" optional><Input id={`${id}note`} name="note" maxLength={120} defaultValue={state.values.note} /></Field>
      <Button type="submit" look="secondary" busy={busy} className="justify-self-start">{busy ? "正在提交…" : "向卖方申请"}</Button>
    </form>
  )
}

interface PartProps {
  name: "order" | "campaign"
  value: string
  amountName: string
  title: string
  hint: string
  left_fen: number
  state: FormState
}

/** Ticked or not, and how much of it. */
function Part({ name, value, amountName, title, hint, left_fen, state }: PartProps) {
  return (
    <div className="grid grid-cols-[1fr_8rem] items-center gap-3">
      <label className="flex min-h-11 items-center gap-3"><input type="checkbox" name={name} value={value} defaultChecked className="size-5 shrink-0 accent-leaf" /><span className="min-w-0"><span className="figures block">{title}</span><span className="block text-sm text-ink-soft">{hint}</span></span></label>
      <Input name={amountName} inputMode="decimal" aria-label={`${title} 的开票金额（元）`} defaultValue={state.values[amountName] ?? formatFen(left_fen).replaceAll(",", "")} className="figures text-right" />
    </div>
  )
}

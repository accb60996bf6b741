"use client"

import type { Invoice } from "@fupin/contract/schemas"
import { FormMessage } from "@/components/forms/form-message"
import { useActionForm } from "@/components/forms/use-action-form"
import { Badge, Button, Yuan } from "@/components/ui"
import { withdrawInvoice } from "@/lib/desk/statement-actions"
import { invoiceOrders } from "@/lib/desk/invoice-words"
import { INVOICE_STATES } from "@/lib/desk/statement-words"
import { BLANK_FORM } from "@/lib/forms/form-state"

/** Invoices with how far they are; the file is there once it is issued. */
export function InvoiceList({ invoices, mayAsk }: { invoices: Invoice[]; mayAsk: boolean }) {
  const { state, busy, form } = useActionForm(withdrawInvoice, BLANK_FORM)
  return (
    <div className="grid gap-3">
      <FormMessage state={state} />
      <ul className="border-t border-line">
        {invoices.map(({ id, seller, title, state: held, amount_fen, orders, campaigns, number, issued_on, red_number, red_on, red_reason, declined_reason }) => (
          <li key={id} className="grid gap-x-6 gap-y-1 border-b border-line py-3 sm:grid-cols-[1fr_auto]">
            <div>
              <p className="flex flex-wrap items-center gap-x-3 gap-y-1"><span className="font-semibold">{seller?.name ?? "扶贫馆自营"}</span><Badge tone={INVOICE_STATES[held].tone}>{INVOICE_STATES[held].text}</Badge></p>
              <p className="text-sm text-ink-soft">抬头 {title}　<span className="figures">{invoiceOrders({ orders, campaigns })}</span></p>
              {number && <p className="text-sm">发票号码 <span className="figures">{number}</span>　{issued_on}　<a href={`/desk/invoices/${id}/file`} className="link font-semibold text-leaf">查看发票</a></p>}
              {declined_reason && <p className="text-sm"><span className="font-semibold text-vermilion-deep">谢绝原因：</span>{declined_reason}　<span className="text-ink-soft">改好后可重新申请。</span></p>}
              {red_number && <p className="text-sm">红字发票 <span className="figures">{red_number}</span>　{red_on}　{red_reason}　<a href={`/desk/invoices/${id}/file?red=true`} className="link font-semibold text-leaf">查看</a></p>}
            </div>
            <div className="flex items-center gap-4 sm:justify-end">
              <Yuan fen={amount_fen} className="font-semibold" />
              {mayAsk && held === "requested" && <form {...form}><input type="hidden" name="id" value={id} /><Button type="submit" size="sm" look="secondary" busy={busy}>撤回</Button></form>}
            </div>
          </li>
        ))}
      </ul>
    </div>
  )
}

import type { Invoice } from "@fupin/contract/schemas"
import { Badge, Price } from "@/components/ui"
import { invoiceOrders } from "@/lib/desk/invoice-words"
import { INVOICE_STATES } from "@/lib/desk/statement-words"
import { DeclineInvoice } from "./decline-invoice"
import { IssueInvoice } from "./issue-invoice"

const KINDS = { ordinary: "普通发票", special: "专用发票" } as const satisfies Record<Invoice["kind"], string>

/** What is asked for, to be written off into the tax office's form; then what became of it. */
export function InvoiceCard({ invoice, today, mayAct }: { invoice: Invoice; today: string; mayAct: boolean }) {
  const { id, organisation, title, tax_number, kind, note, state, amount_fen, number, issued_on, red_number, red_reason, declined_reason } = invoice
  const { text, tone } = INVOICE_STATES[state]
  const facts = [["抬头", title], ["税号", tax_number], ["种类", KINDS[kind]], ["订单", invoiceOrders(invoice)], ...(note ? [["备注", note]] : [])]
  return (
    <li id={id} className="grid gap-4 rounded-lg border border-line bg-white p-4 target:border-vermilion sm:p-5">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2"><p><span className="block font-semibold">{organisation.name}</span><Badge tone={tone}>{state === "requested" ? "待开票" : text}</Badge></p><Price fen={amount_fen} size="lg" /></div>
      <dl className="grid gap-1 text-sm">{facts.map(([name, said]) => <div key={name} className="grid grid-cols-[3.5rem_1fr]"><dt className="text-ink-soft">{name}</dt><dd className="break-all select-all">{said}</dd></div>)}</dl>
      {number && <p className="text-sm">发票号码 <span className="figures break-all">{number}</span>　{issued_on}　<a href={`/workbench/invoices/${id}/file`} className="link font-semibold text-leaf">查看发票</a></p>}
      {red_number && <p className="text-sm">红字发票 <span className="figures break-all">{red_number}</span>　{red_reason}　<a href={`/workbench/invoices/${id}/file?red=true`} className="link font-semibold text-leaf">查看</a></p>}
      {declined_reason && <p className="text-sm"><span className="font-semibold text-vermilion-deep">谢绝原因：</span>{declined_reason}</p>}
      {mayAct && <IssueInvoice id={id} today={today} />}
      {mayAct && <DeclineInvoice id={id} />}
    </li>
  )
}

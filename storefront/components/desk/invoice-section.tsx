import type { Invoice, InvoiceableSeller } from "@fupin/contract/schemas"
import { InvoiceForm } from "./invoice-form"
import { InvoiceList } from "./invoice-list"

interface InvoiceSectionProps {
  organisationId: string
  titles: { title: string; tax_number: string }[]
  sellers: InvoiceableSeller[]
  invoices: Invoice[]
  mayAsk: boolean
}

/** What can be invoiced, one invoice a seller, and how far the invoices asked for are. */
export function InvoiceSection({ organisationId, titles, sellers, invoices, mayAsk }: InvoiceSectionProps) {
  const open = sellers.length === 0 ? "" : mayAsk ? "每个卖方开一张发票，可以合开，也可以分几次开。" : "由本单位的采购、审批或财务人员申请。"
  return (
    <section id="invoices" aria-labelledby="invoices-title" className="grid gap-5 border-t-4 border-leaf pt-4">
      <div><h2 id="invoices-title" className="text-xl">发票</h2><p className="mt-1 text-sm text-ink-soft">{open || "没有可以开票的订单；团购在结束结算后、其他订单在下单后可以申请。"}</p></div>
      {mayAsk && <InvoiceForm organisationId={organisationId} titles={titles} sellers={sellers} />}
      {invoices.length > 0 && <InvoiceList invoices={invoices} mayAsk={mayAsk} />}
    </section>
  )
}

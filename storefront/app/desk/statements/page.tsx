import type { Metadata } from "next"
import { DeskFrame } from "@/components/desk/desk-frame"
import { InvoiceList } from "@/components/desk/invoice-list"
import { NoUnit } from "@/components/desk/no-unit"
import { StatementRow } from "@/components/desk/statement-row"
import { Empty, Price } from "@/components/ui"
import { openDesk } from "@/lib/desk/open-desk"
import { getInvoices, getStatements } from "@/lib/desk/statements"
import { has } from "@/lib/desk/words"
import { withSession } from "@/lib/session"

const HERE = "/desk/statements"

export const metadata: Metadata = { title: "对账与发票" }

export default async function StatementsPage() {
  const desk = await openDesk(HERE)
  if (!desk) return <NoUnit />
  const { id } = desk.organisation
  const [statements, invoices] = await withSession(HERE, (token) => Promise.all([getStatements(token, id), getInvoices(token, id)]))
  const open_fen = statements.filter(({ state }) => state === "confirmed").reduce((sum, statement) => sum + statement.open_fen, 0)
  return (
    <DeskFrame desk={desk} title="对账与发票" lead="每月每个卖方一份对账单，按验收数量计。确认后凭编号一次转账付清当月订单。" here={HERE}
      aside={open_fen > 0 && <p className="text-right text-sm text-ink-soft">已确认待付<Price fen={open_fen} size="lg" className="ml-3 text-vermilion-deep" /></p>}>
      <div className="grid gap-12">
        {statements.length === 0
          ? <Empty title="还没有对账单"><p>每月初由帮扶办核对上月验收，发送后出现在这里。</p></Empty>
          : <ul className="grid gap-4">{statements.map((statement) => <StatementRow key={statement.id} statement={statement} />)}</ul>}
        <section aria-labelledby="invoices" className="grid gap-4">
          <h2 id="invoices" className="text-xl">发票</h2>
          {invoices.length === 0 ? <p className="text-sm text-ink-soft">还没有申请过发票。打开一份对账单，可为其中的订单申请。</p> : <InvoiceList invoices={invoices} mayAsk={has(desk.organisation, "buyer", "finance", "approver")} />}
        </section>
      </div>
    </DeskFrame>
  )
}

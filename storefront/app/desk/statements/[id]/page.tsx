import type { Statement } from "@fupin/contract/schemas"
import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { DeskFrame } from "@/components/desk/desk-frame"
import { InvoiceForm } from "@/components/desk/invoice-form"
import { NoUnit } from "@/components/desk/no-unit"
import { ConfirmForm, DisputeForm } from "@/components/desk/statement-forms"
import { StatementLines } from "@/components/desk/statement-lines"
import { TransferSlip } from "@/components/orders/transfer-slip"
import { Badge, buttonClass, Notice, Price, Yuan } from "@/components/ui"
import { openDesk } from "@/lib/desk/open-desk"
import { statementSeller } from "@/lib/desk/invoice-words"
import { monthText, STATEMENT_STATES, titlesOf, uninvoiced } from "@/lib/desk/statement-words"
import { getProfile } from "@/lib/desk/spending"
import { getInvoices, getStatement } from "@/lib/desk/statements"
import { has } from "@/lib/desk/words"
import { withSession } from "@/lib/session"

export const metadata: Metadata = { title: "对账单" }

export default async function StatementPage({ params }: PageProps<"/desk/statements/[id]">) {
  const { id } = await params
  const path = `/desk/statements/${id}`
  const desk = await openDesk(path)
  if (!desk) return <NoUnit />
  const statement = await withSession(path, (token) => getStatement(token, id))
  if (!statement) notFound()
  const { month, state, organisation, revision, waiting, lines, transfer, sha256 } = statement
  const unit = desk.organisations.find((one) => one.id === organisation.id) ?? desk.organisation
  const [invoices, { invoice_titles }] = await withSession(path, (token) => Promise.all([getInvoices(token, organisation.id), getProfile(token, organisation.id)]))
  const left = statementSeller(statement.seller, uninvoiced(statement, invoices), lines)
  const mayDecide = has(unit, "finance", "approver")
  const isOpen = state === "sent" || state === "adjusted"
  return (
    <DeskFrame desk={desk} title={`${monthText(month)}对账单`} here="/desk/statements" lead={<Lead statement={statement} />} aside={<Sum statement={statement} />}>
      <div className="grid gap-10 lg:grid-cols-[1fr_22rem] lg:gap-14">
        <div className="grid content-start gap-8">
          {waiting > 0 && <Notice title={`本月还有 ${waiting} 次配送没有验收`}>验收后进入下一份对账单。</Notice>}
          {state === "disputed" && <Notice title="异议正在处理">调整后请再看一遍，确认后再付款。</Notice>}
          <StatementLines lines={lines} />
          <p><a href={`/desk/statements/${id}/paper`} className={buttonClass({ look: "secondary", size: "sm" })}>打印对账单（PDF）</a></p>
          {sha256 && <p className="text-xs break-all text-ink-faint">已确认内容的 SHA-256：{sha256}</p>}
          <ConfirmForm id={id} revision={revision} open={mayDecide && isOpen} />
          <DisputeForm id={id} lines={lines} open={mayDecide && (isOpen || state === "disputed")} />
          {!mayDecide && isOpen && <Notice>由本单位的财务或审批人员确认。</Notice>}
        </div>
        <div className="grid content-start gap-8">
          {transfer && <TransferSlip transfer={transfer} />}
          {has(unit, "buyer", "finance", "approver") && <section aria-labelledby="invoices-title" className="grid gap-4 border-t-4 border-leaf pt-4"><h2 id="invoices-title" className="text-xl">申请发票</h2><InvoiceForm organisationId={organisation.id} titles={titlesOf(invoice_titles, unit)} sellers={left.orders.length > 0 ? [left] : []} />{left.orders.length === 0 && <p className="text-sm text-ink-soft">这份对账单的订单都已申请发票。</p>}</section>}
        </div>
      </div>
    </DeskFrame>
  )
}

function Lead({ statement: { number, state, seller } }: { statement: Statement }) {
  const { text, tone } = STATEMENT_STATES[state]
  return <span className="flex flex-wrap items-center gap-3"><Badge tone={tone}>{text}</Badge>{seller?.name ?? "扶贫馆自营"}<span className="figures">{number}</span></span>
}

function Sum({ statement: { due_fen, paid_fen } }: { statement: Statement }) {
  return <p className="text-right"><Price fen={due_fen} size="lg" />{paid_fen > 0 && <span className="block text-sm text-ink-soft">已到账 <Yuan fen={paid_fen} /></span>}</p>
}

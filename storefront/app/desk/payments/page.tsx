import type { InstitutionOrders } from "@fupin/contract/schemas"
import type { Metadata } from "next"
import { Pagination } from "@/components/catalogue/pagination"
import { DeskFrame } from "@/components/desk/desk-frame"
import { InvoiceSection } from "@/components/desk/invoice-section"
import { NoUnit } from "@/components/desk/no-unit"
import { PaymentRow } from "@/components/desk/payment-row"
import { Empty, Price, TabLink } from "@/components/ui"
import { getInstitutionOrders } from "@/lib/desk/api"
import { ORDER_SOURCES } from "@/lib/desk/invoice-words"
import { openDesk } from "@/lib/desk/open-desk"
import { readInvoicing } from "@/lib/desk/read-invoicing"
import { withSession } from "@/lib/session"

export const metadata: Metadata = { title: "订单与付款" }

const HERE = "/desk/payments"
const PAGE_SIZE = 20

type Asked = Record<string, string | string[] | undefined>

/** `show=due`: what is still to be paid; a way of buying by its name; else all. */
function readAsked({ show, page, about }: Asked) {
  const source = (Object.keys(ORDER_SOURCES) as (keyof typeof ORDER_SOURCES)[]).find((one) => one === show)
  return { chosen: source ?? (show === "due" ? "due" as const : "all" as const), source, page: Math.max(Math.trunc(Number(page)) || 1, 1), about_id: typeof about === "string" && /^[A-Za-z0-9_-]{1,64}$/.test(about) ? about : undefined }
}

export default async function PaymentsPage({ searchParams }: PageProps<"/desk/payments">) {
  const desk = await openDesk(HERE)
  if (!desk) return <NoUnit />
  const { chosen, source, page, about_id } = readAsked(await searchParams)
  const [{ orders, count, due }, invoicing] = await withSession(HERE, (token) => Promise.all([
    getInstitutionOrders(token, desk.organisation.id, { show: chosen === "due" ? "due" : "all", ...(source ? { source } : {}), offset: (page - 1) * PAGE_SIZE, limit: PAGE_SIZE }),
    readInvoicing(token, desk.organisation, { about_id }),
  ]))
  const pages = Math.ceil(count / PAGE_SIZE)
  return (
    <DeskFrame desk={desk} title="订单与付款" lead="本单位的全部订单，每个卖方一张；到账后农户受益随即记账。" here={HERE}
      aside={due.orders > 0 && <p className="text-right text-sm text-ink-soft">待付 {due.orders} 单<Price fen={due.due_fen} size="lg" className="ml-3 text-vermilion-deep" /></p>}>
      <div className="grid gap-12">
        <section aria-label="订单" className="grid min-w-0 gap-6">
          <Ways chosen={chosen} due={due} />
          {orders.length === 0
            ? <Empty title={chosen === "due" ? "没有等待付款的订单" : "还没有订单"}><p>截单后的配送、下单后的慰问活动、团购和预购的订单，都出现在这里。</p></Empty>
            : <ul className="grid gap-4">{orders.map((order) => <PaymentRow key={order.order_id} order={order} />)}</ul>}
          {pages > 1 && <Pagination page={page} pages={pages} href={(number) => `${HERE}?show=${chosen}&page=${number}`} />}
        </section>
        <InvoiceSection {...invoicing} />
      </div>
    </DeskFrame>
  )
}

function Ways({ chosen, due }: { chosen: string; due: InstitutionOrders["due"] }) {
  const tabs = [["all", "全部"], ["due", `待付 ${due.orders}`], ...Object.entries(ORDER_SOURCES)] as const
  return <nav aria-label="按来源看订单" className="min-w-0 border-b border-line"><ul className="-mx-2.5 flex overflow-x-auto">{tabs.map(([show, name]) => <li key={show}><TabLink href={`${HERE}?show=${show}`} isHere={show === chosen}>{name}</TabLink></li>)}</ul></nav>
}

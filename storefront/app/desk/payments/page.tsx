import type { Metadata } from "next"
import { Pagination } from "@/components/catalogue/pagination"
import { DeskFrame } from "@/components/desk/desk-frame"
import { NoUnit } from "@/components/desk/no-unit"
import { PaymentRow } from "@/components/desk/payment-row"
import { cx, Empty, Price } from "@/components/ui"
import { getInstitutionOrders } from "@/lib/desk/api"
import { openDesk } from "@/lib/desk/open-desk"
import { dueOf, isDue } from "@/lib/desk/words"
import { withSession } from "@/lib/session"

export const metadata: Metadata = { title: "订单与付款" }

const PAGE_SIZE = 20

export default async function PaymentsPage({ searchParams }: PageProps<"/desk/payments">) {
  const desk = await openDesk("/desk/payments")
  if (!desk) return <NoUnit />
  const orders = await withSession("/desk/payments", (token) => getInstitutionOrders(token, desk.organisation.id))
  const due = dueOf(orders)
  const [open, closed] = [orders.filter(isDue), orders.filter((order) => !isDue(order))]
  const pages = Math.ceil(closed.length / PAGE_SIZE)
  const page = Math.min(Math.max(Math.trunc(Number((await searchParams).page)) || 1, 1), Math.max(pages, 1))
  return (
    <DeskFrame desk={desk} title="订单与付款" lead="每个卖方一张订单，用对公转账分别付款；到账后农户受益随即记账。" here="/desk/payments"
      aside={due.orders > 0 && <p className="text-right text-sm text-ink-soft">待付 {due.orders} 单<Price fen={due.due_fen} size="lg" className="ml-3 text-vermilion-deep" /></p>}>
      {orders.length === 0 && <Empty title="还没有订单"><p>截单后，每次配送会自动生成订单，出现在这里。</p></Empty>}
      {open.length > 0 && <section aria-labelledby="open"><h2 id="open" className="mb-4 text-xl">等待付款</h2><ul className="grid gap-4">{open.map((order) => <PaymentRow key={order.order_id} order={order} />)}</ul></section>}
      {closed.length > 0 && (
        <section aria-labelledby="closed" className={cx(open.length > 0 && "mt-12")}>
          <h2 id="closed" className="mb-4 text-xl">其他订单</h2>
          <ul className="grid gap-4">{closed.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE).map((order) => <PaymentRow key={order.order_id} order={order} />)}</ul>
          {pages > 1 && <Pagination page={page} pages={pages} href={(number) => `/desk/payments?page=${number}#closed`} />}
        </section>
      )}
    </DeskFrame>
  )
}

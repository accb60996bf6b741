import type { Metadata } from "next"
import { DeskFrame } from "@/components/desk/desk-frame"
import { NoUnit } from "@/components/desk/no-unit"
import { PaymentRow } from "@/components/desk/payment-row"
import { Empty, Price } from "@/components/ui"
import { getInstitutionOrders } from "@/lib/desk/api"
import { openDesk } from "@/lib/desk/open-desk"
import { dueOf } from "@/lib/desk/words"
import { withSession } from "@/lib/session"

export const metadata: Metadata = { title: "订单与付款" }

export default async function PaymentsPage() {
  const desk = await openDesk("/desk/payments")
  if (!desk) return <NoUnit />
  const orders = await withSession("/desk/payments", (token) => getInstitutionOrders(token, desk.organisation.id))
  const due = dueOf(orders)
  return (
    <DeskFrame desk={desk} title="订单与付款" lead="每个卖方一张订单，用对公转账分别付款；到账后农户受益随即记账。" here="/desk/payments"
      aside={due.orders > 0 && <p className="text-right text-sm text-ink-soft">待付 {due.orders} 单<Price fen={due.due_fen} size="lg" className="ml-3 text-vermilion-deep" /></p>}>
      {orders.length === 0
        ? <Empty title="还没有订单"><p>截单后，每次配送会自动生成订单，出现在这里。</p></Empty>
        : <ul className="grid gap-4">{orders.map((order) => <PaymentRow key={order.order_id} order={order} />)}</ul>}
    </DeskFrame>
  )
}

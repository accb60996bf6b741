import type { OrderPayment } from "@fupin/contract/schemas"
import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { AccountFrame } from "@/components/account/account-frame"
import { AcceptOrder } from "@/components/orders/accept-order"
import { OrderLines } from "@/components/orders/order-lines"
import { ReceiptHeadline } from "@/components/orders/receipt-headline"
import { StageTrack } from "@/components/orders/stage-track"
import { TransferSlip } from "@/components/orders/transfer-slip"
import { Badge, ButtonLink } from "@/components/ui"
import { chinaDay } from "@/lib/dates"
import { getOrderBenefit } from "@/lib/orders/benefit"
import { getOrder, type Order } from "@/lib/orders/order"
import { getOrderPayment } from "@/lib/orders/payment"
import { addressPlace } from "@/lib/provinces"
import { orderState } from "@/lib/orders/states"
import { withSession } from "@/lib/session"

export const metadata: Metadata = { title: "订单详情" }

export default async function OrderPage({ params }: PageProps<"/account/orders/[id]">) {
  const { id } = await params
  const [order, benefit, payment] = await withSession(`/account/orders/${id}`, (token) => Promise.all([getOrder(id, token), getOrderBenefit(id, token), getOrderPayment(id, token)]))
  if (!order || !benefit || !payment) notFound()
  const { text, tone } = orderState(order)
  const { transfer } = payment
  return (
    <AccountFrame title={`订单 ${order.display_id}`} here="/account/orders">
      <div className="grid max-w-2xl gap-8">
        <p className="flex items-center gap-3 text-sm text-ink-soft"><Badge tone={tone}>{text}</Badge><time dateTime={order.created_at}>{chinaDay(order.created_at)}下单</time></p>
        {transfer && <TransferSlip transfer={transfer} />}
        <section aria-label="农户受益" className="grid gap-5 rounded-lg bg-leaf-wash p-5 md:p-7">
          <ReceiptHeadline benefit={benefit} />
          <StageTrack status={benefit.status} />
          <ButtonLink href={`/orders/${order.id}`} look="benefit" className="justify-self-start">看完整凭据，分享或打印</ButtonLink>
          {benefit.status === "provisional" && order.status !== "canceled" && <AcceptOrder orderId={order.id} />}
        </section>
        <OrderLines order={order} />
        <Delivery order={order} gift={payment.donation} />
      </div>
    </AccountFrame>
  )
}

function Delivery({ order: { shipping_address, shipping_methods }, gift }: { order: Order; gift: OrderPayment["donation"] }) {
  if (!shipping_address) return null
  const { first_name, phone, address_1 } = shipping_address
  return (
    <section aria-labelledby="delivery" className="grid gap-1">
      <h2 id="delivery" className="text-xl">{gift ? "捐赠去向" : "收货信息"}</h2>
      {gift && <p className="font-semibold">{gift.recipient_name}</p>}
      <p>{first_name}　<span className="figures">{phone}</span></p>
      <p>{addressPlace(shipping_address)}{address_1}</p>
      <p className="text-sm text-ink-soft">{shipping_methods.map(({ name }) => name).join("、")}</p>
    </section>
  )
}

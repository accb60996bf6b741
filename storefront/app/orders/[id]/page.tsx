import type { Metadata } from "next"
import Link from "next/link"
import { notFound } from "next/navigation"
import { CreditOrder } from "@/components/orders/credit-order"
import { Receipt } from "@/components/orders/receipt"
import { getCreditChoice } from "@/lib/desk/spending"
import { getOrderBenefit } from "@/lib/orders/benefit"
import { getOrder } from "@/lib/orders/order"
import { getOrderPayment } from "@/lib/orders/payment"
import { headlineOf } from "@/lib/orders/receipt"
import { readSession } from "@/lib/session"

export async function generateMetadata({ params }: PageProps<"/orders/[id]">): Promise<Metadata> {
  const { id } = await params
  const benefit = await getOrderBenefit(id, await readSession())
  const headline = benefit && headlineOf(benefit)
  const title = headline ? `${headline.before}${headline.place}${headline.after}${headline.amount ? ` ${headline.amount}` : ""}` : "受益凭据"
  return { title, robots: { index: false }, openGraph: { title } }
}

export default async function ReceiptPage({ params }: PageProps<"/orders/[id]">) {
  const { id } = await params
  const token = await readSession()
  const [order, benefit, payment, credit] = await Promise.all([getOrder(id, token), getOrderBenefit(id, token), getOrderPayment(id, token), token ? getCreditChoice(token, id) : null])
  if (!benefit) notFound()
  return (
    <div className="wrap max-w-3xl! pt-6 pb-20 md:pt-10">
      <Receipt benefit={benefit} own={order && payment && { order, payment }} />
      {credit && <CreditOrder orderId={id} choice={credit} />}
      <p className="no-print mt-8 text-center text-sm"><Link href="/account/orders" className="link py-2">我的订单</Link>　·　<Link href="/products" className="link py-2">再逛逛</Link></p>
    </div>
  )
}

import type { Metadata } from "next"
import { AccountFrame } from "@/components/account/account-frame"
import { OrderCard } from "@/components/orders/order-card"
import { ButtonLink, Empty } from "@/components/ui"
import { getOrders, ORDERS_A_PAGE } from "@/lib/orders/order"
import { withSession } from "@/lib/session"

export const metadata: Metadata = { title: "我的订单" }

export default async function OrdersPage({ searchParams }: PageProps<"/account/orders">) {
  const asked = Number((await searchParams).page)
  const page = Number.isInteger(asked) && asked > 0 && asked < 10_000 ? asked : 1
  const { orders, count } = await withSession("/account/orders", (token) => getOrders(token, page))
  const pages = Math.max(Math.ceil(count / ORDERS_A_PAGE), 1)
  return (
    <AccountFrame title="我的订单" here="/account/orders">
      {orders.length === 0
        ? <Empty title={count === 0 ? "还没有订单" : "这一页没有订单"} action={<ButtonLink href={count === 0 ? "/products" : "/account/orders"}>{count === 0 ? "去选好物" : "回第一页"}</ButtonLink>} />
        : <ul className="grid gap-4">{orders.map((order) => <OrderCard key={order.id} order={order} />)}</ul>}
      {pages > 1 && (
        <nav aria-label="翻页" className="mt-8 flex items-center justify-between">
          {page > 1 ? <ButtonLink href={`/account/orders?page=${page - 1}`} look="secondary" size="sm">上一页</ButtonLink> : <span />}
          <span className="text-sm text-ink-soft">第 {page} 页，共 {pages} 页</span>
          {page < pages ? <ButtonLink href={`/account/orders?page=${page + 1}`} look="secondary" size="sm">下一页</ButtonLink> : <span />}
        </nav>
      )}
    </AccountFrame>
  )
}

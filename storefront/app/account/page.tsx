import type { Metadata } from "next"
import { AccountFrame } from "@/components/account/account-frame"
import { OrderCard } from "@/components/orders/order-card"
import { Button, ButtonLink, Empty } from "@/components/ui"
import { getOrders } from "@/lib/orders/order"
import { getCustomer, withSession } from "@/lib/session"
import { signOut } from "@/lib/session/actions"

export const metadata: Metadata = { title: "我的账户" }

export default async function AccountPage() {
  const [customer, { orders }] = await withSession("/account", (token) => Promise.all([getCustomer(token), getOrders(token, 1)]))
  return (
    <AccountFrame title="我的账户" here="/account">
      <div className="flex flex-wrap items-center justify-between gap-4 border-b border-line pb-6">
        <p><span className="font-song text-2xl font-bold">{customer.name || "您好"}</span><span className="block text-sm text-ink-soft">{customer.email}</span></p>
        <form action={signOut}><Button type="submit" look="secondary" size="sm">退出登录</Button></form>
      </div>
      <div className="mt-8 mb-4 flex items-baseline justify-between"><h2 className="text-xl">最近的订单</h2><ButtonLink href="/account/orders" look="quiet" size="sm">全部订单</ButtonLink></div>
      {orders.length === 0
        ? <Empty title="还没有订单" action={<ButtonLink href="/products">去选好物</ButtonLink>}><p>第一单会在这里留下它的受益凭据。</p></Empty>
        : <ul className="grid gap-4">{orders.slice(0, 3).map((order) => <OrderCard key={order.id} order={order} />)}</ul>}
    </AccountFrame>
  )
}

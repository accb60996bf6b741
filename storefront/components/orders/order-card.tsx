import Link from "next/link"
import { Badge, Picture, Price } from "@/components/ui"
import { chinaDay } from "@/lib/dates"
import type { OrderHeading } from "@/lib/orders/order"
import { orderState } from "@/lib/orders/states"

/** One of my orders: when, what, how much, and where it stands. */
export function OrderCard({ order }: { order: OrderHeading }) {
  const { text, tone } = orderState(order)
  const [first, ...others] = order.items
  return (
    <li className="relative grid gap-3 rounded-lg border border-line bg-white p-4 hover:border-ink sm:p-5">
      <p className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 text-sm text-ink-soft">
        <span><time dateTime={order.created_at}>{chinaDay(order.created_at)}</time>　<span className="figures">订单号 {order.display_id}</span></span>
        <Badge tone={tone}>{text}</Badge>
      </p>
      <div className="grid grid-cols-[4rem_1fr_auto] items-center gap-4">
        <Picture src={first?.thumbnail ?? null} alt="" sizes="4rem" className="rounded-sm" />
        <p className="min-w-0 font-semibold">
          <Link href={`/account/orders/${order.id}`} className="after:absolute after:inset-0">{first?.product_title ?? "订单"}{others.length > 0 && ` 等 ${order.items.length} 种`}</Link>
        </p>
        <Price fen={order.total} />
      </div>
      <p className="text-sm"><Link href={`/orders/${order.id}`} className="link relative inline-block py-1.5 font-semibold text-leaf">看受益凭据</Link></p>
    </li>
  )
}

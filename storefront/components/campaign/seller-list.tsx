import { lotsText } from "@fupin/contract/codes"
import type { CampaignOrders } from "@fupin/contract/schemas"
import { Notice, Price } from "@/components/ui"

/** Orders by seller, which is how invoices are written. */
export function SellerList({ orders }: { orders: CampaignOrders }) {
  return (
    <div className="grid gap-4">
      <p className="flex flex-wrap gap-x-6 gap-y-1 text-sm text-ink-soft"><span>{orders.placed} / {orders.orders} 单已下</span><span>合计 <Price fen={orders.total_fen} className="text-ink" /></span><span>已付 <Price fen={orders.paid_fen} className="text-ink" /></span><span>待付 <Price fen={orders.due_fen} className="text-ink" /></span></p>
      {orders.refused.length > 0 && <Notice tone="problem" title={`${orders.refused.length} 单没有下成`}><p>请联系卖方补货，再点“继续下单”；补不上的可以替职工改选或移出。</p><ul>{orders.refused.slice(0, 10).map(({ order_id, message }) => <li key={order_id}>{message}</li>)}</ul></Notice>}
      <ul className="grid gap-4 md:grid-cols-2">
        {orders.sellers.map(({ seller, orders: count, total_fen, lines }) => (
          <li key={seller.id} className="grid content-start gap-2 rounded-lg border border-line bg-white p-4">
            <p className="flex items-start justify-between gap-3"><span className="font-semibold">{seller.name}</span><Price fen={total_fen} /></p>
            <p className="text-sm text-ink-soft">{count} 张订单，开一张发票</p>
            <ul className="text-sm">{lines.map(({ variant_id, title, quantity, amount_fen, lots }) => <li key={variant_id} className="flex justify-between gap-3"><span>{title} × {quantity}{lots.length > 0 && <span className="figures block text-ink-soft break-all">批次 {lotsText(lots)}</span>}</span><Price fen={amount_fen} /></li>)}</ul>
          </li>
        ))}
      </ul>
    </div>
  )
}

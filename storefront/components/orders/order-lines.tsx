import { Row } from "@/components/cart/cart-summary"
import { Price, Yuan } from "@/components/ui"
import type { Order } from "@/lib/orders/order"

/** The goods of an order and what was to be paid, as on a shop's slip. */
export function OrderLines({ order }: { order: Order }) {
  return (
    <section aria-labelledby="goods" className="grid gap-2">
      <h2 id="goods" className="text-xl">商品</h2>
      <ul className="divide-y divide-line">
        {order.items.map(({ id, product_title, variant_title, quantity, unit_price, total }) => (
          <li key={id} className="flex items-baseline justify-between gap-4 py-2.5">
            <p className="min-w-0"><span className="font-semibold">{product_title}</span>　<span className="text-sm text-ink-soft">{variant_title}　<Yuan fen={unit_price} /> × {quantity}</span></p>
            <Price fen={total} size="sm" />
          </li>
        ))}
      </ul>
      <dl className="grid gap-1.5 border-t border-dashed border-line-strong pt-3">
        {order.discount_total > 0 && <Row name="优惠" fen={-order.discount_total} />}
        <Row name={`运费${order.shipping_methods[0] ? `（${order.shipping_methods[0].name}）` : ""}`} fen={order.shipping_total} />
        <div className="flex items-baseline justify-between"><dt className="font-semibold">合计</dt><dd><Price fen={order.total} /></dd></div>
      </dl>
    </section>
  )
}

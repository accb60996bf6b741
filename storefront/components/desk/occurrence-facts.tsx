import type { Occurrence } from "@fupin/contract/schemas"
import Link from "next/link"
import { GoodsOrigin } from "./goods-origin"
import { Badge, BenefitFigure, Price, Yuan } from "@/components/ui"

/** What was wanted, supplied and accepted, side by side with the reasons; what it costs and whom it is expected to help; what it did is in the receipt. */
export function OccurrenceFacts({ occurrence }: { occurrence: Occurrence }) {
  const { lines, total_fen, expected_benefit_fen, households, order_ids, accepted_at } = occurrence
  return (
    <section aria-labelledby="lines" className="grid gap-5">
      <h2 id="lines" className="text-xl">商品</h2>
      <div className="overflow-x-auto">
        <table className="w-full text-sm">
          <thead><tr className="border-b border-line-strong text-left text-ink-soft"><th scope="col" className="py-2 font-medium">商品</th>{["需求", "供货", "验收"].map((name) => <th key={name} scope="col" className="py-2 pl-3 text-right font-medium whitespace-nowrap sm:pl-4">{name}</th>)}<th scope="col" className="py-2 pl-4 text-right font-medium whitespace-nowrap max-sm:hidden">协议价</th></tr></thead>
          <tbody>
            {lines.map((line) => {
              const { variant_id, title, specification, seller, standing, requested, supplied, accepted, reason, unit_price_fen, settle_by } = line
              return (
              <tr key={variant_id} className="border-b border-line align-top">
                <th scope="row" className="py-3 text-left font-normal"><span className="font-semibold">{title}</span>　<span className="text-ink-soft">{specification}</span>{settle_by === "weight" && <Badge tone="straw" className="ml-2">计重，公斤</Badge>}<span className="block text-ink-soft sm:hidden">协议价 <Yuan fen={unit_price_fen} />{settle_by === "weight" && "/公斤"}</span>{seller && <span className="block text-xs text-ink-soft">{seller.name}</span>}<span className="block text-xs"><GoodsOrigin line={line} /></span>{reason && <span className="block text-vermilion-deep">{reason}</span>}</th>
                <td className="figures py-3 pl-3 text-right sm:pl-4">{requested}{requested !== standing && <span className="block text-xs text-ink-soft">平常 {standing}</span>}</td>
                <td className="figures py-3 pl-3 text-right sm:pl-4">{supplied ?? "—"}</td>
                <td className="figures py-3 pl-3 text-right sm:pl-4">{accepted ?? "—"}</td>
                <td className="py-3 pl-4 text-right max-sm:hidden"><Yuan fen={unit_price_fen} />{settle_by === "weight" && "/公斤"}</td>
              </tr>
              )
            })}
          </tbody>
        </table>
      </div>
      <p className="flex flex-wrap items-baseline justify-between gap-4"><span className="text-ink-soft">货款 <Price fen={total_fen} className="text-ink" /></span>{expected_benefit_fen > 0 && accepted_at === null && <span className="text-sm">预计让 <BenefitFigure fen={expected_benefit_fen} households={households} href={order_ids[0] ? `/orders/${order_ids[0]}` : "/impact#stages"} /></span>}</p>
      {order_ids.length > 0 && <p className="flex flex-wrap gap-x-5 text-sm">{order_ids.map((id, index) => <Link key={id} href={`/orders/${id}`} className="link py-1.5 font-semibold text-leaf">受益凭据{order_ids.length > 1 && ` ${index + 1}`}</Link>)}<Link href="/desk/payments" className="link py-1.5">付款信息</Link></p>}
    </section>
  )
}

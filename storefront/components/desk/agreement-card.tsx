import { SETTLE_UNITS } from "@fupin/contract/codes"
import type { SupplyAgreement } from "@fupin/contract/schemas"
import Link from "next/link"
import { Badge, ButtonLink, Yuan } from "@/components/ui"
import { dayText, weekdayText } from "@/lib/dates"
import { AGREEMENT_STATES } from "@/lib/desk/words"

interface AgreementCardProps { agreement: SupplyAgreement; mayOrder: boolean; /** On its own page: no link to itself. */ isWhole?: boolean; /** At the producer's workbench: who buys. */ buyer?: string }

/** 定向采购协议: its term, its days, and every product with the agreed price. */
export function AgreementCard({ agreement, mayOrder, isWhole = false, buyer }: AgreementCardProps) {
  const { id, number, producer, valid_from, valid_to, state, weekdays, lead_time_days, lines } = agreement
  const { text, tone } = AGREEMENT_STATES[state]
  return (
    <article aria-labelledby={id} className="rounded-lg border border-line bg-white p-5 md:p-7">
      <div className="flex flex-wrap items-center gap-3"><h2 id={id} className="text-xl">{isWhole ? number : <Link href={`${buyer === undefined ? "/desk" : "/workbench"}/agreements/${id}`} className="hover:underline">{number}</Link>}</h2><Badge tone={tone}>{text}</Badge>{agreement.renewal_due && <Badge tone="vermilion">即将到期</Badge>}</div>
      <dl className="mt-3 grid gap-x-8 gap-y-1 text-sm sm:grid-cols-2">
        <div><dt className="inline text-ink-soft">{buyer === undefined ? "供货方" : "采购单位"}　</dt><dd className="inline">{buyer ?? producer?.name ?? "多家经营主体"}</dd></div>
        <div><dt className="inline text-ink-soft">有效期　</dt><dd className="figures inline">{valid_from} 至 {valid_to}</dd></div>
        <div><dt className="inline text-ink-soft">可配送　</dt><dd className="inline">{weekdays.toSorted().map(weekdayText).join("、")}</dd></div>
        <div><dt className="inline text-ink-soft">截单　</dt><dd className="inline">{lead_time_days === 0 ? "配送当天" : `配送前 ${lead_time_days} 天`}</dd></div>
      </dl>
      <table className="mt-5 w-full text-sm">
        <thead><tr className="border-b border-line-strong text-left text-ink-soft"><th scope="col" className="py-2 font-medium">商品</th><th scope="col" className="hidden py-2 font-medium sm:table-cell">卖方</th><th scope="col" className="py-2 text-right font-medium whitespace-nowrap">协议价</th><th scope="col" className="py-2 pl-4 text-right font-medium whitespace-nowrap">每次上限</th></tr></thead>
        <tbody>
          {lines.map(({ variant_id, handle, title, specification, unit_price_fen, max_quantity, seller, settle_by }) => (
            <tr key={variant_id} className="border-b border-line">
              <th scope="row" className="py-2.5 pr-3 text-left font-normal"><Link href={`/products/${encodeURIComponent(handle)}`} className="font-semibold hover:underline">{title}</Link>　<span className="text-ink-soft">{specification}</span>{settle_by === "weight" && <span className="block text-xs text-ink-soft">计重：按公斤订货，以验收重量结算</span>}</th>
              <td className="hidden py-2.5 pr-3 sm:table-cell">{seller?.name ?? "—"}</td>
              <td className="py-2.5 text-right whitespace-nowrap"><Yuan fen={unit_price_fen} />{settle_by === "weight" && "/公斤"}</td>
              <td className="figures py-2.5 pl-4 text-right">{max_quantity === null ? "不限" : settle_by === "weight" ? `${max_quantity} ${SETTLE_UNITS.weight}` : max_quantity}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {state === "in_force" && mayOrder && <ButtonLink href={`/desk/standing-orders/new?agreement=${id}`} size="sm" className="mt-5">按这份协议新建定向认购</ButtonLink>}
      {state === "upcoming" && <p className="mt-4 text-sm text-ink-soft">{dayText(valid_from)}起可以下单。</p>}
    </article>
  )
}

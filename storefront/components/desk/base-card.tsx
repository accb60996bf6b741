import { BASE_STATES, BASE_UNITS } from "@fupin/contract/codes"
import type { SupplyBase } from "@fupin/contract/schemas"
import { Badge, Link, Price } from "@/components/ui"
import { productHref } from "@/lib/links"

const TONES = { proposed: "straw", confirmed: "leaf", declined: "plain", ended: "plain" } as const

/** A base that the unit supports: what it bought there in the year, and whom that reached. */
export function BaseCard({ base: { id, name, region, state, reason, ended_on, scale, scale_unit, sign_number, producers, products, supports, pairs, paid_fen, households } }: { base: SupplyBase }) {
  return (
    <article aria-labelledby={id} className="grid h-full content-start gap-3 rounded-lg border border-line bg-white p-5">
      <p className="flex flex-wrap items-center gap-2"><Badge tone={TONES[state]}>{BASE_STATES[state]}</Badge>{pairs.map((pair) => <Badge key={pair.id} tone="straw">结对：{pair.name}</Badge>)}</p>
      <h2 id={id} className="text-xl">{name}</h2>
      <p><span className="block text-sm text-ink-soft">本年采购（已付款）</span><Price fen={paid_fen} size="lg" /><span className="text-sm text-ink-soft">　带动 <b className="figures text-leaf">{households}</b> 户</span></p>
      {reason && <p className="text-sm">{state === "declined" ? "未通过的原因" : `${ended_on} 结束`}：{reason}</p>}
      <dl className="grid gap-1 text-sm text-ink-soft">
        <div><dt className="inline">所在地　</dt><dd className="inline">{region.name}</dd></div>
        <div><dt className="inline">规模　</dt><dd className="inline"><span className="figures">{scale}</span> {BASE_UNITS[scale_unit]}{sign_number && `，牌号 ${sign_number}`}</dd></div>
        <div><dt className="inline">经营主体　</dt><dd className="inline">{producers.map((one) => one.name).join("、")}</dd></div>
        <div><dt className="inline">本单位帮扶　</dt><dd className="inline">{supports.map(({ since, until }) => `${since} 至 ${until ?? "今"}`).join("，")}</dd></div>
      </dl>
      <p className="flex flex-wrap gap-x-4 gap-y-1 text-sm">{products.map((one) => (one.handle ? <Link key={one.id} href={productHref(one.handle)} className="link font-semibold">{one.title}</Link> : <span key={one.id}>{one.title}</span>))}</p>
    </article>
  )
}

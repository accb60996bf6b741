import type { GapCloser, PlanProgress } from "@fupin/contract/schemas"
import { ButtonLink, Yuan } from "@/components/ui"
import { closerLink, closerText, WAYS } from "@/lib/desk/gap-closers"

/** What would close what is still open of a plan, way by way: each line leads to the form that does it, filled in. */
export function GapClosers({ plan: { open_fen, closers }, mayOrder }: { plan: PlanProgress; mayOrder: boolean }) {
  if (open_fen === 0) return <p className="text-sm text-ink-soft">已下单和将要配送的都付清，就能完成，不用再加。</p>
  const ways = WAYS.filter(({ way }) => closers.some((one) => one.way === way))
  return (
    <section className="grid gap-4">
      <h3 className="font-semibold">怎样补上还没有着落的 <Yuan fen={open_fen} /></h3>
      {ways.length === 0 && <p className="text-sm text-ink-soft">目前没有可以下单的商品。请联系当地帮扶办，或看看<a className="link" href="/products">产品目录</a>。</p>}
      {ways.map(({ way, title, note }) => (
        <div key={way} className="grid gap-2">
          <p className="text-sm"><b className="font-semibold">{title}</b>　<span className="text-ink-soft">{note}</span></p>
          <ul className="divide-y divide-line border-y border-line text-sm">
            {closers.filter((one) => one.way === way).map((one) => <Closer key={`${one.order?.agreement_id ?? one.group_buy_id ?? ""} ${one.variant_id}`} closer={one} mayOrder={mayOrder} />)}
          </ul>
        </div>
      ))}
    </section>
  )
}

function Closer({ closer, mayOrder }: { closer: GapCloser; mayOrder: boolean }) {
  const { title, specification, seller, unit_price_fen, total_fen, remaining_fen, benefit_fen, order } = closer
  const { href, text } = closerLink(closer)
  return (
    <li className="grid gap-2 py-3 sm:grid-cols-[1fr_auto] sm:gap-4">
      <div className="grid gap-1">
        <p>{title}　<span className="text-ink-soft">{[specification, seller].filter(Boolean).join("，")}，<Yuan fen={unit_price_fen} /></span></p>
        <p>{closerText(closer)}，共 <Yuan fen={total_fen} className="font-semibold" />，{remaining_fen === 0 ? "补齐" : <>还差 <Yuan fen={remaining_fen} className="text-vermilion-deep" /></>}</p>
        {(benefit_fen > 0 || order) && <p className="text-ink-soft">{benefit_fen > 0 && <>预计农户受益 <Yuan fen={benefit_fen} className="font-semibold text-leaf" />　</>}{order?.agreement_number}</p>}
      </div>
      {(mayOrder || closer.way === "shop") && <ButtonLink href={href} look="secondary" size="sm" className="self-start justify-self-start">{text}</ButtonLink>}
    </li>
  )
}

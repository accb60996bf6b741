import type { GroupBuy } from "@fupin/contract/schemas"
import { Badge, Link, Picture, Price } from "@/components/ui"
import { groupState, momentText } from "@/lib/group-buy/words"
import { TimeLeft } from "./time-left"

/** One group buy in a list: the goods, the price now and at best, how far it is, how long there is. */
export function GroupBuyCard({ group, now }: { group: GroupBuy; now: number }) {
  const { text, tone } = groupState(group, now)
  const best = group.tiers.at(-1)!
  const price_fen = group.final_price_fen ?? group.price_now_fen ?? group.opening_price_fen
  const goal = group.next?.from_units ?? best.from_units
  return (
    <li className="group relative grid grid-cols-[7.5rem_1fr] gap-x-4 rounded-lg border border-line bg-white p-3 hover:border-ink sm:grid-cols-1 sm:content-start sm:gap-y-3 sm:p-4">
      <Picture src={group.thumbnail} alt="" sizes="(min-width: 1024px) 22rem, (min-width: 640px) 45vw, 7.5rem" className="self-start rounded-md sm:aspect-4/3!" />
      <div className="grid min-w-0 content-start gap-1.5">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1"><Badge tone={tone}>{text}</Badge><span className="text-xs text-ink-soft max-sm:hidden">{group.origin}</span></p>
        <h2 className="text-lg leading-snug sm:text-xl"><Link href={`/group-buys/${group.id}`} className="after:absolute after:inset-0 group-hover:text-vermilion-deep">{group.title}</Link></h2>
        <p className="truncate text-sm text-ink-soft">{group.product_title} {group.specification}</p>
        <p className="flex flex-wrap items-baseline gap-x-2"><Price fen={price_fen} className="text-vermilion-deep" />{group.final_price_fen === null && best.price_fen < price_fen && <span className="text-sm text-ink-soft">最低 <Price fen={best.price_fen} size="sm" className="text-sm!" /></span>}</p>
        <span role="img" aria-label={`已参团 ${group.units} 份，目标 ${goal} 份`} className="mt-1 block h-1.5 overflow-hidden rounded-full bg-line"><span className="block h-full bg-leaf" style={{ width: `${Math.min(100, (group.units / goal) * 100)}%` }} /></span>
        <p className="flex flex-wrap justify-between gap-x-3 text-xs text-ink-soft">
          <span><span className="figures font-semibold text-ink">{group.units}</span> 份{group.final_price_fen === null && group.next && `，再有 ${group.next.missing} 份${group.price_now_fen === null ? "成团" : "降价"}`}</span>
          {group.can_join ? <span>还剩 <TimeLeft until={group.ends_at} from={now} /></span> : <span>{momentText(Date.parse(group.starts_at) > now ? group.starts_at : group.ends_at)}{Date.parse(group.starts_at) > now ? " 开始" : " 结束"}</span>}
        </p>
      </div>
    </li>
  )
}

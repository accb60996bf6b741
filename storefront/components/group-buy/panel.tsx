import type { GroupBuy } from "@fupin/contract/schemas"
import { Badge, Notice } from "@/components/ui"
import { groupState, momentText } from "@/lib/group-buy/words"
import { JoinBar } from "./join-bar"
import { Ladder } from "./ladder"
import { Share } from "./share"
import { TimeLeft } from "./time-left"

/** How far it is, the ladder, and the way in. */
export function GroupBuyPanel({ group, now }: { group: GroupBuy; now: number }) {
  const { text, tone } = groupState(group, now)
  const isComing = Date.parse(group.starts_at) > now
  const most = Math.min(group.left, group.per_buyer_cap)
  return (
    <section aria-label="团购进度" className="mt-6 grid gap-6 rounded-lg border border-line bg-white p-5 md:p-6">
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <Badge tone={tone} className="text-sm!">{text}</Badge>
        <p className="text-sm">{group.can_join ? <>还剩 <strong className="text-vermilion-deep"><TimeLeft until={group.ends_at} from={now} /></strong></> : <span className="text-ink-soft">{momentText(isComing ? group.starts_at : group.ends_at)} {isComing ? "开始" : "结束"}</span>}</p>
      </div>
      <dl className="grid grid-cols-3 divide-x divide-line text-center">
        {[["参团", group.buyers, "位"], ["已订", group.units, "份"], ["剩余", group.left, "份"]].map(([name, value, unit]) => (
          <div key={name}><dt className="text-xs text-ink-soft">{name}</dt><dd className="figures text-2xl font-bold">{value}<span className="ml-1 text-sm font-normal text-ink-soft">{unit}</span></dd></div>
        ))}
      </dl>
      <Ladder {...group} />
      {group.state === "cancelled" || group.state === "closed" ? group.reason && <Notice title="团购已取消">{group.reason}</Notice> : null}
      {group.can_join && (most > 0 ? <JoinBar id={group.id} price_fen={group.opening_price_fen} most={most} /> : <Notice title="份数已订满">有人退出时会重新放出，可以稍后再来看看。</Notice>)}
      {group.can_join && <Share title={group.title} text={`${group.title}：${group.next ? `再有 ${group.next.missing} 份，每份就降到 ¥${(group.next.price_fen / 100).toFixed(2)}` : "已到最低价"}，一起来。`} />}
    </section>
  )
}

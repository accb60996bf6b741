import type { DeskToday } from "@fupin/contract/schemas"
import { Badge, BenefitFigure, ButtonLink, Meter, Price, Yuan } from "@/components/ui"
import { PLAN_STATES } from "@/lib/desk/budget-words"

/** Where the unit stands, in a line each: whom it helped this month, its share of the year, what is due, what is standing. */
export function TodayFigures({ today: { helped, share, due, standing }, maySeeMoney }: { today: DeskToday; maySeeMoney: boolean }) {
  return (
    <div className="grid content-start gap-8 sm:max-lg:grid-cols-2">
      <section aria-labelledby="helped" className="grid content-start gap-2 border-t-4 border-leaf pt-4">
        <h2 id="helped" className="text-xl">本月帮扶</h2>
        {helped.total_fen > 0 ? <p className="text-lg"><BenefitFigure fen={helped.total_fen} households={helped.households} href="/desk/impact" /></p> : <p className="text-sm text-ink-soft">本月还没有记到农户名下的受益，付款后记入。</p>}
      </section>
      {share && (
        <section aria-labelledby="share" className="grid content-start gap-2 border-t-4 border-leaf pt-4">
          <h2 id="share" className="flex flex-wrap items-center gap-2 text-xl">{share.title}<Badge tone={PLAN_STATES[share.state].tone}>{PLAN_STATES[share.state].text}</Badge></h2>
          <p className="text-sm"><Yuan fen={share.paid_fen} className="font-semibold text-leaf" />{share.target_fen !== null && <>　<span className="text-ink-soft">目标 <Yuan fen={share.target_fen} /></span></>}</p>
          {share.target_fen ? <Meter label={`${share.title} 完成`} value={share.paid_fen} max={share.target_fen} /> : null}
          {share.target_fen !== null && share.gap_fen > 0 && <p className="text-sm text-ink-soft">预计到年底 <Yuan fen={share.forecast_fen} /></p>}
          <ButtonLink href="/desk/budget" look="secondary" size="sm" className="mt-1 justify-self-start">{share.gap_fen > 0 ? "看怎样补齐" : "看明细"}</ButtonLink>
        </section>
      )}
      {maySeeMoney && (
        <section aria-labelledby="due" className="grid content-start gap-2 border-t-4 border-vermilion pt-4">
          <h2 id="due" className="text-xl">待付款</h2>
          <Price fen={due.due_fen} size="lg" />
          <p className="text-sm text-ink-soft">{due.orders === 0 ? "没有等待付款的订单" : `共 ${due.orders} 个订单，用对公转账付款`}</p>
          <ButtonLink href="/desk/payments" look="secondary" size="sm" className="mt-1 justify-self-start">订单与付款</ButtonLink>
        </section>
      )}
      <section aria-labelledby="plans" className="grid content-start gap-2 border-t-4 border-line-strong pt-4">
        <h2 id="plans" className="text-xl">定向认购</h2>
        <p className="text-sm text-ink-soft">进行中 {standing.active} 份{standing.paused > 0 && `，已暂停 ${standing.paused} 份`}</p>
        <ButtonLink href="/desk/standing-orders" look="secondary" size="sm" className="mt-1 justify-self-start">管理</ButtonLink>
      </section>
    </div>
  )
}

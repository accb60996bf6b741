import type { PlanProgress } from "@fupin/contract/schemas"
import Link from "next/link"
import { Fragment } from "react"
import { Badge, Meter, Notice, Price, Yuan } from "@/components/ui"
import { GapClosers } from "./gap-closers"
import { MonthBars } from "./month-bars"
import { PerMember } from "./per-member"
import { PLAN_KINDS, PLAN_STATES, SOURCES } from "@/lib/desk/budget-words"

/** One plan of the year: how far it is, whether it will be met, every payment behind it, and what would close the gap. */
export function PlanCard({ plan, mayOrder, thisYear }: { plan: PlanProgress; mayOrder: boolean; thisYear: number }) {
  const { id, title, kind, state, basis, target_fen, paid_fen, gap_fen, forecast_fen, ordered_fen, coming_fen, given_fen, warning, per_member } = plan
  const { text, tone } = PLAN_STATES[state]
  const share = target_fen ? Math.min(100, Math.floor((paid_fen / target_fen) * 100)) : 0
  return (
    <article aria-labelledby={id} className="grid gap-5 rounded-lg border border-line bg-white p-4 sm:p-6">
      <div>
        <div className="flex flex-wrap items-center gap-3"><h2 id={id} className="text-xl">{title}</h2><Badge>{PLAN_KINDS[kind]}</Badge><Badge tone={tone}>{text}</Badge></div>
        <p className="mt-1 text-sm text-ink-soft">{basis}</p>
      </div>
      <div className="grid gap-2">
        <p className="flex flex-wrap items-baseline gap-x-3"><Price fen={paid_fen} size="lg" className="text-leaf" />{target_fen !== null && <span className="text-sm text-ink-soft">已付款，目标 <Yuan fen={target_fen} /></span>}</p>
        {target_fen !== null && <Meter label={`${title} 完成`} value={paid_fen} max={target_fen} className="h-3" />}
        {target_fen !== null && <p className="flex flex-wrap justify-between gap-x-4 text-sm"><span className="figures">{share}%</span><span>预计到年底 <Yuan fen={forecast_fen} className="font-semibold" /></span></p>}
        {ordered_fen + coming_fen > 0 && <p className="text-sm text-ink-soft">{[ordered_fen > 0 && <>已下单待付款 <Yuan fen={ordered_fen} /></>, coming_fen > 0 && <>定向认购年内还将配送 <Yuan fen={coming_fen} /></>].filter(Boolean).map((part, index) => <Fragment key={index}>{index > 0 && "，"}{part}</Fragment>)}；年底前付款才计入。</p>}
      </div>
      {given_fen !== 0 && <p className="text-sm text-ink-soft">另有爱心捐赠已付 <Yuan fen={given_fen} />：货物没有进本单位食堂，不计入预留份额，仍计入采购和帮扶成效。</p>}
      {warning && <Notice tone="problem" title={warning} />}
      {per_member && <PerMember figures={per_member} />}
      {gap_fen > 0 && plan.year === thisYear && <GapClosers plan={plan} mayOrder={mayOrder} />}
      <Months months={plan.months} />
      <Items items={plan.items} />
      <p className="flex flex-wrap gap-x-5 gap-y-1 border-t border-line pt-4 text-sm">年度采购明细　<a className="link" href={`/desk/budget/sheet?plan_id=${id}&year=${plan.year}`} download>PDF（可盖章）</a><a className="link" href={`/desk/budget/sheet?plan_id=${id}&year=${plan.year}&format=xlsx`} download>表格</a></p>
    </article>
  )
}

function Months({ months }: { months: number[] }) {
  return (
    <details>
      <summary className="link py-1 text-sm">按月看</summary>
      <div className="mt-3"><MonthBars months={months} /></div>
    </details>
  )
}

function Items({ items }: { items: PlanProgress["items"] }) {
  return (
    <details>
      <summary className="link py-1 text-sm">计入的付款（{items.length} 笔）</summary>
      {items.length === 0 && <p className="mt-2 text-sm text-ink-soft">还没有付款。下了单、收了货，付款后才计入。</p>}
      <ul className="mt-3 divide-y divide-line text-sm">
        {items.map(({ id, order_id, on, title, seller, amount_fen, source, organisation_name, given_to }) => (
          <li key={id} className="flex justify-between gap-4 py-2">
            <span><span className="figures">{on}</span>　{order_id ? <Link href={`/orders/${order_id}`} className="link">{title}</Link> : `${title}（平台外）`}　<span className="text-ink-soft">{[seller, organisation_name, SOURCES[source], given_to && `捐给${given_to}`].filter(Boolean).join("，")}</span></span>
            <Yuan fen={amount_fen} className={amount_fen < 0 ? "text-vermilion-deep" : ""} />
          </li>
        ))}
      </ul>
    </details>
  )
}

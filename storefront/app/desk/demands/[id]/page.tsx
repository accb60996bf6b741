import { BULK_DELIVERIES, tonnesText } from "@fupin/contract/codes"
import type { Demand } from "@fupin/contract/schemas"
import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { WithdrawDemand } from "@/components/desk/choose-quote"
import { DeskFrame } from "@/components/desk/desk-frame"
import { NoUnit } from "@/components/desk/no-unit"
import { QuoteCard } from "@/components/desk/quote-card"
import { Badge, ButtonLink, Notice, Yuan } from "@/components/ui"
import { dayText, weekdayText } from "@/lib/dates"
import { DEMAND_STATES, soughtText } from "@/lib/desk/demand-words"
import { getDemand } from "@/lib/desk/demands"
import { openDesk } from "@/lib/desk/open-desk"
import { has } from "@/lib/desk/words"
import { withSession } from "@/lib/session"

export const metadata: Metadata = { title: "需求与报价" }

export default async function DemandPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  const desk = await openDesk(`/desk/demands/${id}`)
  if (!desk) return <NoUnit />
  const demand = await withSession(`/desk/demands/${id}`, (token) => getDemand(token, id))
  if (!demand || demand.organisation_id !== desk.organisation.id) notFound()
  const { title, number, state, quotes, quote_count, quote_by, chosen } = demand
  const isBuyer = has(desk.organisation, "buyer")
  return (
    <DeskFrame desk={desk} title={<>{title} <Badge tone={DEMAND_STATES[state].tone}>{DEMAND_STATES[state].text}</Badge></>} lead={<span className="figures">{number}</span>} here="/desk/demands">
      <div className="grid gap-10">
        <Asked demand={demand} />
        <section aria-labelledby="quotes" className="grid gap-4">
          <h2 id="quotes" className="text-2xl">报价</h2>
          {state === "open" && <Notice title={`已收到 ${quote_count} 份报价，${dayText(quote_by)}结束后打开`}>截止前谁也看不到别家的价格，对报价的各家公平。</Notice>}
          {state !== "open" && quotes.length === 0 && <Notice title="没有收到有效报价">可以调整要求后重新发布一条需求。</Notice>}
          {chosen?.agreement_id && <Notice tone="good" title="协议草案已生成">{chosen.reason && <p>选定理由：{chosen.reason}</p>}<ButtonLink href={`/desk/agreements/${chosen.agreement_id}`} size="sm" className="mt-3">查看协议草案</ButtonLink></Notice>}
          <div className="grid items-start gap-5 lg:grid-cols-2">{quotes.map((quote, index) => <QuoteCard key={quote.id} demand={demand} quote={quote} place={index + 1} mayChoose={isBuyer && (state === "comparing" || (chosen?.agreement_id === null && chosen.quote_id === quote.id))} />)}</div>
          {quotes.length > 1 && <p className="text-sm text-ink-soft">排序：报全且不超限价的在前，总价低者优先；与最低价相差不超过 1% 视为同等条件，让农户受益多者优先。预计受益按现行分配约定计算，实际以验收和付款后的账为准。</p>}
        </section>
        {isBuyer && (state === "open" || state === "comparing") && <WithdrawDemand id={id} />}
      </div>
    </DeskFrame>
  )
}

/** What was asked for. */
function Asked({ demand: { lines, from_day, to_day, weekdays, origin, note, bulk } }: { demand: Demand }) {
  return (
    <section aria-labelledby="asked" className="grid gap-4">
      <h2 id="asked" className="text-2xl">需求</h2>
      <dl className="grid gap-x-8 gap-y-1 text-sm sm:grid-cols-2">
        <div><dt className="inline text-ink-soft">供货期　</dt><dd className="figures inline">{from_day} 至 {to_day}</dd></div>
        <div><dt className="inline text-ink-soft">送货日　</dt><dd className="inline">{weekdays.toSorted().map(weekdayText).join("、")}</dd></div>
        <div><dt className="inline text-ink-soft">产地　</dt><dd className="inline">{origin?.name ?? "不限"}</dd></div>
        {bulk && <div><dt className="inline text-ink-soft">交货　</dt><dd className="inline">{BULK_DELIVERIES[bulk.delivery]}</dd></div>}
        {bulk && <div><dt className="inline text-ink-soft">检验标准　</dt><dd className="inline">{bulk.inspection}</dd></div>}
        {bulk && <div><dt className="inline text-ink-soft">分批　</dt><dd className="inline">{bulk.batches.map(({ month, quantity }) => `${month} ${tonnesText(quantity)}`).join("，")}</dd></div>}
        {note && <div className="sm:col-span-2"><dt className="inline text-ink-soft">其他要求　</dt><dd className="inline">{note}</dd></div>}
      </dl>
      <table className="w-full text-sm">
        <thead><tr className="border-b border-line-strong text-left text-ink-soft"><th scope="col" className="py-2 font-medium">品名</th><th scope="col" className="py-2 text-right font-medium">全期数量</th><th scope="col" className="py-2 pl-4 text-right font-medium">限价</th></tr></thead>
        <tbody>
          {lines.map(({ name, requirement, unit, quantity, limit_fen }, index) => (
            <tr key={index} className="border-b border-line"><th scope="row" className="py-2.5 pr-3 text-left font-normal"><strong>{name}</strong>　<span className="text-ink-soft">{requirement}</span></th><td className="figures py-2.5 text-right whitespace-nowrap">{soughtText({ bulk }, { quantity, unit })}</td><td className="py-2.5 pl-4 text-right whitespace-nowrap">{limit_fen === null ? "不限" : <><Yuan fen={bulk ? limit_fen * 1000 : limit_fen} />/{bulk ? "吨" : unit}</>}</td></tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

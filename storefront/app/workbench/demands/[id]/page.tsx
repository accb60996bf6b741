import { BULK_DELIVERIES, tonnesText } from "@fupin/contract/codes"
import type { WorkbenchDemand } from "@fupin/contract/schemas"
import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { NoProducer } from "@/components/workbench/no-producer"
import { OwnQuote } from "@/components/workbench/own-quote"
import { QuoteForm } from "@/components/workbench/quote-form"
import { WithdrawQuote } from "@/components/workbench/withdraw-quote"
import { WorkbenchFrame } from "@/components/workbench/workbench-frame"
import { Badge, ButtonLink, Notice } from "@/components/ui"
import { dayText, weekdayText } from "@/lib/dates"
import { withSession } from "@/lib/session"
import { getOpenDemand } from "@/lib/workbench/api"
import { openWorkbench } from "@/lib/workbench/open-workbench"
import { demandLabel } from "@/lib/workbench/words"

export const metadata: Metadata = { title: "需求与报价" }

export default async function DemandPage({ params }: PageProps<"/workbench/demands/[id]">) {
  const { id } = await params
  const path = `/workbench/demands/${id}`
  const bench = await openWorkbench(path)
  if (!bench) return <NoProducer />
  const demand = await withSession(path, (token) => getOpenDemand(token, bench.producer.id, id))
  if (!demand) notFound()
  const { title, number, organisation_name, state, quote, quote_by, outcome, agreement_id } = demand
  const { text, tone } = demandLabel(demand)
  const mayQuote = state === "open" && bench.producer.stopped === null
  return (
    <WorkbenchFrame bench={bench} title={<>{title} <Badge tone={tone}>{text}</Badge></>} lead={<>{organisation_name}　<span className="figures text-base">{number}</span></>} here="/workbench/demands">
      <div className="grid gap-10 lg:grid-cols-[1fr_24rem] lg:gap-14">
        <div className="grid content-start gap-8 lg:order-2">
          <Asked demand={demand} />
          {outcome === "won" && <Notice tone="good" title="采购单位选定了您的报价">{agreement_id && <ButtonLink href={`/workbench/agreements/${agreement_id}`} size="sm" className="mt-2">查看协议草案</ButtonLink>}</Notice>}
          {outcome === "lost" && <Notice title="采购单位选了别家">欢迎继续为其他需求报价。</Notice>}
          {state === "comparing" && <Notice title="报价已截止，等采购单位选定">选定后会在这里告诉您。</Notice>}
        </div>
        <div className="grid content-start gap-8">
          {quote && <OwnQuote quote={quote} lines={demand.lines} isBulk={demand.bulk !== null} />}
          {mayQuote && <section aria-labelledby="quoting" className="grid gap-4"><h2 id="quoting" className="text-2xl">{quote ? "修改报价" : "我要报价"}</h2><p className="text-ink-soft">{dayText(quote_by)}结束前都可以修改，新的报价代替旧的。</p><QuoteForm demand={demand} /></section>}
          {mayQuote && quote && <WithdrawQuote demandId={id} quoteId={quote.id} />}
        </div>
      </div>
    </WorkbenchFrame>
  )
}

/** For when, and how, it is asked. */
function Asked({ demand: { from_day, to_day, weekdays, origin, note, quote_by, bulk } }: { demand: WorkbenchDemand }) {
  const facts = [["供货期", `${from_day} 至 ${to_day}`], ["送货日", weekdays.toSorted().map(weekdayText).join("、")], ["产地", origin?.name ?? "不限"], ["报价截止", quote_by], ...(bulk ? [["交货", BULK_DELIVERIES[bulk.delivery]], ["检验标准", bulk.inspection], ["分批", bulk.batches.map(({ month, quantity }) => `${month} ${tonnesText(quantity)}`).join("，")]] : []), ...(note ? [["其他要求", note]] : [])]
  return <dl className="grid gap-2 rounded-lg border border-line bg-white p-5 text-sm">{facts.map(([name, text]) => <div key={name} className="grid grid-cols-[5rem_1fr]"><dt className="text-ink-soft">{name}</dt><dd>{text}</dd></div>)}</dl>
}

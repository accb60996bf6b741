import type { WorkbenchDemand } from "@fupin/contract/schemas"
import type { Metadata } from "next"
import { NoProducer } from "@/components/workbench/no-producer"
import { WorkbenchFrame } from "@/components/workbench/workbench-frame"
import { Badge, Empty, Link, Yuan } from "@/components/ui"
import { withSession } from "@/lib/session"
import { getOpenDemands } from "@/lib/workbench/api"
import { soughtText } from "@/lib/desk/demand-words"
import { openWorkbench } from "@/lib/workbench/open-workbench"
import { demandLabel } from "@/lib/workbench/words"

export const metadata: Metadata = { title: "需求与报价" }

export default async function DemandsPage() {
  const bench = await openWorkbench("/workbench/demands")
  if (!bench) return <NoProducer />
  const demands = await withSession("/workbench/demands", (token) => getOpenDemands(token, bench.producer.id))
  const [open, past] = [demands.filter(({ state }) => state === "open"), demands.filter(({ state }) => state !== "open")]
  return (
    <WorkbenchFrame bench={bench} title="需求与报价" lead="采购单位要什么，用自家有认定的商品报价；截止前谁也看不到别家的价格。" here="/workbench/demands">
      {open.length === 0 ? <Empty title="现在没有您能报价的需求"><p>认定在有效期内、产地符合的商品才能报价。有新的需求会出现在这里。</p></Empty> : <Cards demands={open} />}
      {past.length > 0 && <section aria-labelledby="past" className="mt-12"><h2 id="past" className="mb-3 text-2xl">报过的</h2><Cards demands={past} /></section>}
    </WorkbenchFrame>
  )
}

function Cards({ demands }: { demands: WorkbenchDemand[] }) {
  return (
    <ul className="grid gap-4 md:grid-cols-2">
      {demands.map((demand) => {
        const { id, title, organisation_name, lines, quote_by, state, quote } = demand
        const { text, tone } = demandLabel(demand)
        return (
          <li key={id} className="relative grid content-start gap-2 rounded-lg border border-line bg-white p-5 hover:border-ink">
            <p className="flex items-start justify-between gap-3"><Link href={`/workbench/demands/${id}`} className="font-song text-xl font-bold after:absolute after:inset-0">{title}</Link><Badge tone={tone} className="shrink-0">{text}</Badge></p>
            <p className="text-sm text-ink-soft">{organisation_name}</p>
            <p>{lines.map(({ name, quantity, unit }) => `${name} ${soughtText(demand, { quantity, unit })}`).join("，")}</p>
            <p className="flex flex-wrap justify-between gap-x-4 text-sm text-ink-soft"><span>{state === "open" && <><span className="figures">{quote_by}</span> 截止</>}</span>{quote && <span>我的报价 <Yuan fen={quote.total_fen} className="font-semibold text-ink" /></span>}</p>
          </li>
        )
      })}
    </ul>
  )
}

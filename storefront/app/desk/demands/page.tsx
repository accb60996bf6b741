import type { Metadata } from "next"
import { DeskFrame } from "@/components/desk/desk-frame"
import { NoUnit } from "@/components/desk/no-unit"
import { Badge, ButtonLink, Empty, Link } from "@/components/ui"
import { DEMAND_STATES, soughtText } from "@/lib/desk/demand-words"
import { getDemands } from "@/lib/desk/demands"
import { openDesk } from "@/lib/desk/open-desk"
import { has } from "@/lib/desk/words"
import { withSession } from "@/lib/session"

export const metadata: Metadata = { title: "需求与报价" }

export default async function DemandsPage() {
  const desk = await openDesk("/desk/demands")
  if (!desk) return <NoUnit />
  const demands = await withSession("/desk/demands", (token) => getDemands(token, desk.organisation.id))
  const fresh = has(desk.organisation, "buyer") && <ButtonLink href="/desk/demands/new">发布需求</ButtonLink>
  return (
    <DeskFrame desk={desk} title="需求与报价" lead="说清要什么，由认定产品的经营主体报价；截止后一起打开，同等条件下优先选让农户受益更多的。" here="/desk/demands" aside={demands.length > 0 && fresh}>
      {demands.length === 0 && <Empty title="还没有发布过需求" action={fresh}><p>货架上没有合适的，或想一次比几家，就发布一条需求。</p></Empty>}
      <ul className="grid gap-4 md:grid-cols-2">
        {demands.map(({ id, number, title, state, quote_by, quote_count, lines, bulk }) => (
          <li key={id} className="relative grid content-start gap-2 rounded-lg border border-line bg-white p-5 hover:border-ink">
            <p className="flex items-start justify-between gap-3"><Link href={`/desk/demands/${id}`} className="font-song text-xl font-bold after:absolute after:inset-0">{title}</Link><Badge tone={DEMAND_STATES[state].tone}>{DEMAND_STATES[state].text}</Badge></p>
            <p className="text-sm">{lines.map(({ name, quantity, unit }) => `${name} ${soughtText({ bulk }, { quantity, unit })}`).join("，")}</p>
            <p className="text-sm text-ink-soft"><span className="figures">{number}</span>　{quote_count} 份报价{state === "open" && <>，<span className="figures">{quote_by}</span> 截止</>}</p>
          </li>
        ))}
      </ul>
    </DeskFrame>
  )
}

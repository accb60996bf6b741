import type { Metadata } from "next"
import { DeskFrame } from "@/components/desk/desk-frame"
import { NoUnit } from "@/components/desk/no-unit"
import { Badge, ButtonLink, Empty, Link, Price } from "@/components/ui"
import { getCampaigns } from "@/lib/desk/campaigns"
import { CAMPAIGN_STATES } from "@/lib/desk/campaign-words"
import { openDesk } from "@/lib/desk/open-desk"
import { has } from "@/lib/desk/words"
import { withSession } from "@/lib/session"

export const metadata: Metadata = { title: "节日慰问" }

export default async function CampaignsPage() {
  const desk = await openDesk("/desk/campaigns")
  if (!desk) return <NoUnit />
  const campaigns = await withSession("/desk/campaigns", (token) => getCampaigns(token, desk.organisation.id))
  const fresh = has(desk.organisation, "buyer") && <ButtonLink href="/desk/campaigns/new">新建慰问活动</ButtonLink>
  return (
    <DeskFrame desk={desk} title="节日慰问" lead="职工自己选礼包，一次审批、一次付款；每份礼包都来自认定的帮扶产品。" here="/desk/campaigns" aside={campaigns.length > 0 && fresh}>
      {campaigns.length === 0 && <Empty title="还没有慰问活动" action={fresh}><p>导入职工名册、设好几款礼包，剩下的由职工自己选。</p></Empty>}
      <ul className="grid gap-4 md:grid-cols-2">
        {campaigns.map(({ id, title, state, year, holiday_name, members, silent, handed_out, total_fen, choose_by }) => (
          <li key={id} className="relative grid gap-2 rounded-lg border border-line bg-white p-5 hover:border-ink">
            <p className="flex items-start justify-between gap-3"><Link href={`/desk/campaigns/${id}`} className="font-song text-xl font-bold after:absolute after:inset-0">{title}</Link><Badge tone={CAMPAIGN_STATES[state].tone}>{CAMPAIGN_STATES[state].text}</Badge></p>
            <p className="text-sm text-ink-soft">{year} 年{holiday_name}　{members} 人{state === "collecting" && `　${choose_by} 截止，${silent} 人未选`}{state === "handing_out" && `　已签收 ${handed_out} 人`}</p>
            <p className="text-sm text-ink-soft">已选礼包合计 <Price fen={total_fen} className="text-ink" /></p>
          </li>
        ))}
      </ul>
    </DeskFrame>
  )
}

import type { Campaign } from "@fupin/contract/schemas"
import type { ReactNode } from "react"
import { DeskFrame } from "@/components/desk/desk-frame"
import { Badge, cx, TabLink } from "@/components/ui"
import { CAMPAIGN_STATES, WAY } from "@/lib/desk/campaign-words"
import type { Desk } from "@/lib/desk/open-desk"

const PARTS = [["", "进度"], ["/roster", "名册与选择"], ["/hand-out", "发放签收"], ["/evidence", "证明"]] as const

/** One campaign: its name and state, its parts, and how far on its way it is. */
export function CampaignFrame({ desk, campaign, here, children }: { desk: Desk; campaign: Campaign; here: (typeof PARTS)[number][0]; children: ReactNode }) {
  const { text, tone } = CAMPAIGN_STATES[campaign.state]
  const at = WAY.indexOf(campaign.state)
  return (
    <DeskFrame desk={desk} title={campaign.title} here="/desk/campaigns" lead={<span className="flex flex-wrap items-center gap-3"><Badge tone={tone}>{text}</Badge>{campaign.year} 年{campaign.holiday_name}（{campaign.holiday_on}）　{campaign.members} 人</span>}>
      {at >= 0 && (
        <ol className="mb-6 flex gap-1" aria-label="活动进度">
          {WAY.map((state, index) => <li key={state} aria-current={index === at ? "step" : undefined} className={cx("flex-1 border-t-4 pt-1 text-center text-xs", index <= at ? "border-leaf" : "border-line text-ink-faint", index !== at && "max-sm:text-transparent")}>{CAMPAIGN_STATES[state].text}</li>)}
        </ol>
      )}
      <nav aria-label="活动的各部分" className="mb-8 border-b border-line">
        <ul className="-mx-2.5 flex overflow-x-auto">
          {PARTS.map(([part, name]) => <li key={part}><TabLink href={`/desk/campaigns/${campaign.id}${part}`} isHere={part === here}>{name}</TabLink></li>)}
        </ul>
      </nav>
      {children}
    </DeskFrame>
  )
}

import type { Metadata } from "next"
import { CampaignForm } from "@/components/campaign/campaign-form"
import { DeskFrame } from "@/components/desk/desk-frame"
import { PerMember } from "@/components/desk/per-member"
import { NoUnit } from "@/components/desk/no-unit"
import { MemberLevelNote } from "@/components/desk/member-level-note"
import { Notice } from "@/components/ui"
import { getDivisions } from "@/lib/api"
import { businessDate } from "@/lib/dates"
import { getBudget } from "@/lib/desk/spending"
import { getDaysOff } from "@/lib/desk/supply"
import { openDesk } from "@/lib/desk/open-desk"
import { has } from "@/lib/desk/words"
import { withSession } from "@/lib/session"

export const metadata: Metadata = { title: "新建慰问活动" }

export default async function NewCampaignPage() {
  const desk = await openDesk("/desk/campaigns/new")
  if (!desk) return <NoUnit />
  const today = businessDate(new Date())
  const [provinces, [daysOff, { plans, member_level }]] = await Promise.all([
    getDivisions(""), withSession("/desk/campaigns/new", (token) => Promise.all([getDaysOff(token, desk.organisation.id), getBudget(token, desk.organisation.id, Number(today.slice(0, 4)))])),
  ])
  const member = plans.find(({ kind, per_member }) => kind === "union" && per_member !== null)?.per_member ?? null
  return (
    <DeskFrame desk={desk} title="新建慰问活动" lead="只发实物，不发现金和购物卡。" here="/desk/campaigns">
      {has(desk.organisation, "buyer")
        ? (
          <>
            {(member ?? member_level) && <section aria-label="今年的人均标准" className="mb-8 max-w-2xl">{member ? <PerMember figures={member} /> : <MemberLevelNote level={member_level!} />}</section>}
            <CampaignForm organisation_id={desk.organisation.id} provinces={provinces} daysOff={daysOff} today={today} missing_fen={Math.max(0, (member?.floor_fen ?? 0) - (member?.average_fen ?? 0))} />
          </>
        )
        : <Notice title="新建活动由采购人员操作">您在本单位的角色可以查看；新建请联系采购负责人。</Notice>}
    </DeskFrame>
  )
}

import type { Metadata } from "next"
import { CampaignForm } from "@/components/campaign/campaign-form"
import { DeskFrame } from "@/components/desk/desk-frame"
import { NoUnit } from "@/components/desk/no-unit"
import { Notice } from "@/components/ui"
import { getDivisions } from "@/lib/api"
import { businessDate } from "@/lib/dates"
import { getDaysOff } from "@/lib/desk/supply"
import { openDesk } from "@/lib/desk/open-desk"
import { has } from "@/lib/desk/words"
import { withSession } from "@/lib/session"

export const metadata: Metadata = { title: "新建慰问活动" }

export default async function NewCampaignPage() {
  const desk = await openDesk("/desk/campaigns/new")
  if (!desk) return <NoUnit />
  const [provinces, daysOff] = await Promise.all([getDivisions(""), withSession("/desk/campaigns/new", (token) => getDaysOff(token, desk.organisation.id))])
  return (
    <DeskFrame desk={desk} title="新建慰问活动" lead="只发实物，不发现金和购物卡。" here="/desk/campaigns">
      {has(desk.organisation, "buyer")
        ? <CampaignForm organisation_id={desk.organisation.id} provinces={provinces} daysOff={daysOff} today={businessDate(new Date())} />
        : <Notice title="新建活动由采购人员操作">您在本单位的角色可以查看；新建请联系采购负责人。</Notice>}
    </DeskFrame>
  )
}

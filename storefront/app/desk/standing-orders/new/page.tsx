import type { Metadata } from "next"
import { DeskFrame } from "@/components/desk/desk-frame"
import { NoUnit } from "@/components/desk/no-unit"
import { StandingOrderEditor } from "@/components/desk/standing-order-editor"
import { Badge, ButtonLink, Empty } from "@/components/ui"
import { getRecipients } from "@/lib/checkout/recipients"
import { addDays, businessDate } from "@/lib/dates"
import { getAgreements } from "@/lib/desk/api"
import { openDesk } from "@/lib/desk/open-desk"
import { readFill } from "@/lib/desk/plan-form"
import { getProfile } from "@/lib/desk/spending"
import { getDivisions } from "@/lib/api"
import { withSession } from "@/lib/session"

export const metadata: Metadata = { title: "新建定向认购" }

export default async function NewStandingOrderPage({ searchParams }: PageProps<"/desk/standing-orders/new">) {
  const query = await searchParams
  const { agreement: asked } = query
  const path = `/desk/standing-orders/new${typeof asked === "string" ? `?agreement=${encodeURIComponent(asked)}` : ""}`
  const desk = await openDesk(path)
  if (!desk) return <NoUnit />
  const [agreements, provinces, profile, recipients] = await withSession(path, (token) => Promise.all([getAgreements(token, desk.organisation.id), getDivisions(""), getProfile(token, desk.organisation.id), getRecipients()]))
  const open = agreements.filter(({ state }) => state === "in_force" || state === "upcoming")
  const agreement = open.find(({ id }) => id === asked) ?? (open.length === 1 ? open[0] : undefined)
  return (
    <DeskFrame desk={desk} title="新建定向认购" lead={agreement && <>协议 {agreement.number}</>} here="/desk/standing-orders">
      {agreement
        ? <StandingOrderEditor agreement={agreement} order={null} filled={readFill(query)} points={profile.delivery_points} recipients={recipients} provinces={provinces} earliest={addDays(businessDate(new Date()), agreement.lead_time_days)} />
        : open.length === 0
          ? <Empty title="没有可用的协议" action={<ButtonLink href="/desk/agreements" look="secondary">看采购协议</ButtonLink>}><p>签订定向采购协议后才能新建定向认购。</p></Empty>
          : <ul className="grid max-w-xl gap-3">{open.map(({ id, number, producer }) => <li key={id}><ButtonLink href={`/desk/standing-orders/new?agreement=${id}`} look="secondary" wide>{number}<Badge>{producer?.name ?? "多家"}</Badge></ButtonLink></li>)}</ul>}
    </DeskFrame>
  )
}

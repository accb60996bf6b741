import type { Metadata } from "next"
import { BulkForm } from "@/components/desk/bulk-form"
import { DemandForm } from "@/components/desk/demand-form"
import { DeskFrame } from "@/components/desk/desk-frame"
import { NoUnit } from "@/components/desk/no-unit"
import { Link, Notice } from "@/components/ui"
import { getDivisions } from "@/lib/api"
import { businessDate } from "@/lib/dates"
import { openDesk } from "@/lib/desk/open-desk"
import { has } from "@/lib/desk/words"

export const metadata: Metadata = { title: "发布需求" }

export default async function NewDemandPage({ searchParams }: PageProps<"/desk/demands/new">) {
  const { name, quantity, kind } = await searchParams
  const desk = await openDesk("/desk/demands/new")
  if (!desk) return <NoUnit />
  const provinces = await getDivisions("")
  return (
    <DeskFrame desk={desk} title={kind === "bulk" ? "原料按吨询价" : "发布需求"} lead="各地经营主体都能看到；报价在截止前是密封的。" here="/desk/demands"
      aside={kind === "bulk" ? <Link href="/desk/demands/new" className="link">食堂、工会的日常需求</Link> : <Link href="/desk/demands/new?kind=bulk" className="link">工业原料，按吨询价</Link>}>
      {has(desk.organisation, "buyer")
        ? kind === "bulk" ? <BulkForm organisationId={desk.organisation.id} provinces={provinces} today={businessDate(new Date())} /> : <DemandForm organisationId={desk.organisation.id} provinces={provinces} today={businessDate(new Date())} sought={{ name: typeof name === "string" ? name : "", quantity: typeof quantity === "string" ? quantity : "" }} />
        : <Notice title="发布需求由采购人员操作">您在本单位的角色可以查看；发布请联系采购负责人。</Notice>}
    </DeskFrame>
  )
}

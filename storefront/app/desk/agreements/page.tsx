import type { Metadata } from "next"
import { AgreementCard } from "@/components/desk/agreement-card"
import { DeskFrame } from "@/components/desk/desk-frame"
import { NoUnit } from "@/components/desk/no-unit"
import { Empty } from "@/components/ui"
import { getAgreements } from "@/lib/desk/api"
import { openDesk } from "@/lib/desk/open-desk"
import { has } from "@/lib/desk/words"
import { withSession } from "@/lib/session"

export const metadata: Metadata = { title: "采购协议" }

export default async function AgreementsPage() {
  const desk = await openDesk("/desk/agreements")
  if (!desk) return <NoUnit />
  const agreements = await withSession("/desk/agreements", (token) => getAgreements(token, desk.organisation.id))
  return (
    <DeskFrame desk={desk} title="采购协议" lead="协议里的价格在有效期内不变；定向认购只能选协议里的商品和配送日。" here="/desk/agreements">
      {agreements.length === 0
        ? <Empty title="还没有协议"><p>协议由当地帮扶办登记，签订后会出现在这里。</p></Empty>
        : <div className="grid gap-8">{agreements.map((agreement) => <AgreementCard key={agreement.id} agreement={agreement} mayOrder={has(desk.organisation, "buyer")} />)}</div>}
    </DeskFrame>
  )
}

import type { Metadata } from "next"
import { AgreementCard } from "@/components/desk/agreement-card"
import { NoProducer } from "@/components/workbench/no-producer"
import { WorkbenchFrame } from "@/components/workbench/workbench-frame"
import { Empty } from "@/components/ui"
import { withSession } from "@/lib/session"
import { getProducerAgreements } from "@/lib/workbench/api"
import { openWorkbench } from "@/lib/workbench/open-workbench"

export const metadata: Metadata = { title: "采购协议" }

export default async function AgreementsPage() {
  const bench = await openWorkbench("/workbench/agreements")
  if (!bench) return <NoProducer />
  const agreements = await withSession("/workbench/agreements", (token) => getProducerAgreements(token, bench.producer.id))
  return (
    <WorkbenchFrame bench={bench} title="采购协议" lead="签订前双方都可以提议修改；签订后价格和数量按协议执行。" here="/workbench/agreements">
      {agreements.length === 0
        ? <Empty title="还没有协议"><p>报价被选定，或帮扶办登记后，会出现在这里。含多家经营主体的协议由帮扶办代办。</p></Empty>
        : <div className="grid gap-6">{agreements.map((agreement) => <AgreementCard key={agreement.id} agreement={agreement} mayOrder={false} buyer={agreement.organisation_name} />)}</div>}
    </WorkbenchFrame>
  )
}

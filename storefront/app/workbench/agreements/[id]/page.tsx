import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { AgreementCard } from "@/components/desk/agreement-card"
import { Dossier } from "@/components/desk/agreement-dossier"
import { NoProducer } from "@/components/workbench/no-producer"
import { WorkbenchFrame } from "@/components/workbench/workbench-frame"
import { withSession } from "@/lib/session"
import { answerAsProducer, proposeAsProducer } from "@/lib/workbench/actions"
import { getProducerAgreement } from "@/lib/workbench/api"
import { openWorkbench } from "@/lib/workbench/open-workbench"

export const metadata: Metadata = { title: "采购协议" }

export default async function AgreementPage({ params }: PageProps<"/workbench/agreements/[id]">) {
  const { id } = await params
  const path = `/workbench/agreements/${id}`
  const bench = await openWorkbench(path)
  if (!bench) return <NoProducer />
  const held = await withSession(path, (token) => getProducerAgreement(token, id))
  if (!held) notFound()
  const producer = bench.producers.find((one) => one.id === held.agreement.producer?.id) ?? bench.producer
  return (
    <WorkbenchFrame bench={{ ...bench, producer }} title="采购协议" here="/workbench/agreements">
      <AgreementCard agreement={held.agreement} mayOrder={false} isWhole buyer={held.agreement.organisation_name} />
      <Dossier {...held} mayChange={producer.stopped === null} looking={{ side: "producer", base: "/workbench", propose: proposeAsProducer, answer: answerAsProducer }} />
    </WorkbenchFrame>
  )
}

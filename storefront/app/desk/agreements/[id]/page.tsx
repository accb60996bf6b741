import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { AgreementCard } from "@/components/desk/agreement-card"
import { Dossier } from "@/components/desk/agreement-dossier"
import { DeskFrame } from "@/components/desk/desk-frame"
import { NoUnit } from "@/components/desk/no-unit"
import { openDesk } from "@/lib/desk/open-desk"
import { getAgreement } from "@/lib/desk/supply"
import { has } from "@/lib/desk/words"
import { withSession } from "@/lib/session"

export const metadata: Metadata = { title: "采购协议" }

export default async function AgreementPage({ params }: PageProps<"/desk/agreements/[id]">) {
  const { id } = await params
  const path = `/desk/agreements/${id}`
  const desk = await openDesk(path)
  if (!desk) return <NoUnit />
  const held = await withSession(path, (token) => getAgreement(token, id))
  if (!held) notFound()
  const unit = desk.organisations.find((one) => one.id === held.agreement.organisation_id) ?? desk.organisation
  const mayChange = has(unit, "buyer")
  return (
    <DeskFrame desk={desk} title="采购协议" here="/desk/agreements">
      <AgreementCard agreement={held.agreement} mayOrder={mayChange} isWhole />
      <Dossier {...held} mayChange={mayChange} />
    </DeskFrame>
  )
}

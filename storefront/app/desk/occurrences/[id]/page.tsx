import type { Occurrence } from "@fupin/contract/schemas"
import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { AcceptanceFacts } from "@/components/desk/acceptance-facts"
import { AcceptanceForm } from "@/components/desk/acceptance-form"
import { DateLinesForm } from "@/components/desk/date-lines-form"
import { DeskFrame } from "@/components/desk/desk-frame"
import { NoUnit } from "@/components/desk/no-unit"
import { OccurrenceFacts } from "@/components/desk/occurrence-facts"
import { Conflicts, HeadcountForm, ReplenishForm, Shortages } from "@/components/desk/occurrence-supply"
import { SkipOrRestore } from "@/components/desk/skip-forms"
import { Badge, Notice } from "@/components/ui"
import { businessDate, dayText } from "@/lib/dates"
import { getOccurrence } from "@/lib/desk/api"
import { occurrenceDoor } from "@/lib/desk/door"
import { getAcceptance } from "@/lib/desk/statements"
import { openDesk } from "@/lib/desk/open-desk"
import { canBeAccepted, has, isLive, occurrenceLabel, waits } from "@/lib/desk/words"
import { withSession } from "@/lib/session"

/** What is ordered and may be delivered once more. */
const REPLENISHED: string[] = ["placed", "short", "delivered", "accepted", "paid"]

export const metadata: Metadata = { title: "配送" }

export default async function OccurrencePage({ params }: PageProps<"/desk/occurrences/[id]">) {
  const { id } = await params
  const path = `/desk/occurrences/${id}`
  const desk = await openDesk(path)
  if (!desk) return <NoUnit />
  const occurrence = await withSession(path, (token) => getOccurrence(token, id))
  if (!occurrence) notFound()
  const door = occurrenceDoor(occurrence)
  const acceptance = await withSession(path, (token) => getAcceptance(token, door))
  const { state, editable, skippable, delivery_date, error } = occurrence
  const unit = desk.organisations.find((one) => one.id === occurrence.organisation_id) ?? desk.organisation
  const mayChange = editable && has(unit, "buyer")
  const mayAccept = has(unit, "receiver") && canBeAccepted(occurrence)
  return (
    <DeskFrame desk={desk} title={dayText(delivery_date)} here="/desk/calendar" lead={<Lead occurrence={occurrence} />}>
      <div className="grid max-w-3xl gap-10">
        {error && (isLive(occurrence) ? <Notice tone={waits(error) ? "info" : "problem"} title={waits(error) ? "这次配送待审批" : "这次配送需要处理"}>{error}</Notice> : <Notice title="这次没有配送">{error}</Notice>)}
        <NotReceived sentence={occurrence.not_received} />
        <CutOff occurrence={occurrence} />
        <Conflicts conflicts={occurrence.conflicts} />
        <Shortages id={id} shortages={occurrence.shortages} mayChange={mayChange} />
        <OccurrenceFacts occurrence={occurrence} />
        <AcceptanceFacts door={door} answer={acceptance} />
        <AcceptanceForm door={door} papers={acceptance.papers} open={mayAccept} second={acceptance.second_signature} />
        {mayChange && state === "planned" && <DateLinesForm occurrence={occurrence} />}
        {mayChange && state === "planned" && <HeadcountForm occurrence={occurrence} />}
        {has(unit, "buyer") && REPLENISHED.includes(state) && delivery_date >= businessDate(new Date()) && <ReplenishForm occurrence={occurrence} />}
        {skippable && has(unit, "buyer") && <SkipOrRestore id={id} isSkipped={state === "skipped"} />}
      </div>
    </DeskFrame>
  )
}

/** Where it stands, of which plan it is, and whom it is given to. */
function Lead({ occurrence }: { occurrence: Occurrence }) {
  const { text, tone } = occurrenceLabel(occurrence)
  return <span className="flex flex-wrap items-center gap-3"><Badge tone={tone}>{text}</Badge>{occurrence.standing_order_name}{occurrence.given_to && <span>捐给 {occurrence.given_to}</span>}</span>
}

/** Until when it can be changed. */
function CutOff({ occurrence: { editable, state, cutoff_on } }: { occurrence: Occurrence }) {
  return editable && state === "planned" && <Notice>{dayText(cutoff_on)}截单。截单前可以改数量或跳过，截单后自动下单。</Notice>
}

/** Planned before the place said when it receives: not broken, but to be looked at. */
const NotReceived = ({ sentence }: { sentence: string | null }) => sentence && <Notice tone="problem" title="这一天不收货">{sentence}</Notice>

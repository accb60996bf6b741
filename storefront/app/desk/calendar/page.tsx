import { formatFen } from "@fupin/contract/money"
import type { Metadata } from "next"
import { DeskFrame } from "@/components/desk/desk-frame"
import { MonthCalendar } from "@/components/desk/month-calendar"
import { NoUnit } from "@/components/desk/no-unit"
import { ButtonLink, Empty } from "@/components/ui"
import { addMonths, businessDate, monthGrid } from "@/lib/dates"
import { getOccurrences } from "@/lib/desk/api"
import { openDesk } from "@/lib/desk/open-desk"
import { isLive } from "@/lib/desk/words"
import { withSession } from "@/lib/session"

export const metadata: Metadata = { title: "配送日历" }

export default async function CalendarPage({ searchParams }: PageProps<"/desk/calendar">) {
  const today = businessDate(new Date())
  const { month: asked } = await searchParams
  const month = typeof asked === "string" && /^20\d{2}-(0[1-9]|1[0-2])$/.test(asked) ? asked : today.slice(0, 7)
  const path = `/desk/calendar?month=${month}`
  const desk = await openDesk(path)
  if (!desk) return <NoUnit />
  const days = monthGrid(month).flat().filter((date) => date !== null)
  const occurrences = await withSession(path, (token) => getOccurrences(token, { organisation_id: desk.organisation.id, from: days[0]!, to: days.at(-1)! }))
  const live = occurrences.filter(isLive)
  const sum = (pick: (one: (typeof live)[number]) => number) => formatFen(live.reduce((fen, one) => fen + pick(one), 0))
  const [year, number] = month.split("-").map(Number)
  return (
    <DeskFrame desk={desk} title={`${year} 年 ${number} 月`} here="/desk/calendar"
      lead={live.length > 0 && <>{live.length} 次配送，货款 <span className="figures">¥{sum(({ total_fen }) => total_fen)}</span>，预计让农家受益 <span className="figures text-leaf">¥{sum(({ expected_benefit_fen }) => expected_benefit_fen)}</span></>}
      aside={<nav aria-label="换月" className="flex gap-2"><ButtonLink href={`/desk/calendar?month=${addMonths(month, -1)}`} look="secondary" size="sm">上个月</ButtonLink><ButtonLink href="/desk/calendar" look="secondary" size="sm">本月</ButtonLink><ButtonLink href={`/desk/calendar?month=${addMonths(month, 1)}`} look="secondary" size="sm">下个月</ButtonLink></nav>}>
      {occurrences.length === 0 && <Empty title="这个月没有配送" action={<ButtonLink href="/desk/standing-orders">看定向认购</ButtonLink>} />}
      {occurrences.length > 0 && <MonthCalendar month={month} today={today} occurrences={occurrences} />}
    </DeskFrame>
  )
}

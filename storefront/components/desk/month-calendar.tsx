import { formatFen } from "@fupin/contract/money"
import type { Occurrence } from "@fupin/contract/schemas"
import Link from "next/link"
import { Badge, cx } from "@/components/ui"
import { dayText, monthGrid, weekdayText } from "@/lib/dates"
import { isLive, occurrenceLabel } from "@/lib/desk/words"
import { DeliveryRow } from "./delivery-row"

interface MonthProps {
  month: string
  today: string
  occurrences: Occurrence[]
}

/** A month of deliveries: a grid where there is room, a list where there is not. */
export function MonthCalendar({ month, today, occurrences }: MonthProps) {
  return (
    <>
      <table className="hidden w-full table-fixed border-collapse lg:table">
        <caption className="sr-only">{month} 的配送</caption>
        <thead><tr>{[1, 2, 3, 4, 5, 6, 7].map((day) => <th key={day} scope="col" className="border border-line bg-paper-deep py-2 text-sm font-medium">{weekdayText(day)}</th>)}</tr></thead>
        <tbody>
          {monthGrid(month).map((week, index) => (
            <tr key={index}>{week.map((date, day) => <Cell key={date ?? `blank-${day}`} date={date} today={today} occurrences={occurrences.filter(({ delivery_date }) => delivery_date === date)} />)}</tr>
          ))}
        </tbody>
      </table>
      <ul className="border-t border-line lg:hidden">{occurrences.map((occurrence) => <DeliveryRow key={occurrence.id} occurrence={occurrence} />)}</ul>
    </>
  )
}

function Cell({ date, today, occurrences }: { date: string | null; today: string; occurrences: Occurrence[] }) {
  if (!date) return <td className="border border-line bg-paper-deep/50" />
  return (
    <td className={cx("h-28 border border-line p-1.5 align-top", date === today ? "bg-straw/20" : "bg-white")} aria-label={dayText(date)}>
      <time dateTime={date} className={cx("figures text-sm", date === today ? "font-bold text-vermilion-deep" : "text-ink-soft")}>{Number(date.slice(8))}{date === today && " 今天"}</time>
      {occurrences.map((occurrence) => <Entry key={occurrence.id} occurrence={occurrence} />)}
    </td>
  )
}

function Entry({ occurrence }: { occurrence: Occurrence }) {
  const { id, standing_order_name, total_fen, expected_benefit_fen, not_received } = occurrence
  const { text, tone } = occurrenceLabel(occurrence)
  return (
    <Link href={`/desk/occurrences/${id}`} className="mt-1 grid gap-0.5 rounded-sm border border-line bg-paper p-1.5 text-xs leading-snug hover:border-ink">
      <span className="flex flex-wrap items-center justify-between gap-1"><span className="font-semibold">{standing_order_name}</span><Badge tone={tone} className="px-1.5! py-0!">{text}</Badge></span>
      {not_received && <span className="text-vermilion-deep">这天不收货</span>}
      {isLive(occurrence) && <span className="figures text-ink-soft">¥{formatFen(total_fen)}</span>}
      {isLive(occurrence) && expected_benefit_fen > 0 && <span className="figures text-leaf">预计受益 ¥{formatFen(expected_benefit_fen)}</span>}
    </Link>
  )
}

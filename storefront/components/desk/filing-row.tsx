import type { FilingHead } from "@fupin/contract/schemas"
import Link from "next/link"
import { Badge, Price } from "@/components/ui"
import { dayText } from "@/lib/dates"
import { stateOf } from "@/lib/desk/filing-words"
import { periodText } from "@/lib/periods"

/** One month: where it stands, when it is due, and whether it is or was late. */
export function FilingRow({ filing, now }: { filing: FilingHead; now: Date }) {
  const { id, period, from, to, due_day, rows_fen, payees } = filing
  return (
    <li className="relative grid gap-x-6 gap-y-1 border-b border-line py-4 hover:bg-white sm:grid-cols-[1fr_auto]">
      <div className="grid gap-1">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <Link href={`/desk/filing/${id}`} className="font-semibold after:absolute after:inset-0">{periodText(period)}</Link>
          <FilingBadges filing={filing} now={now} />
        </p>
        <p className="text-sm text-ink-soft"><span className="figures">{from}</span> 至 <span className="figures">{to}</span>，{dayText(due_day)}前报送</p>
      </div>
      {rows_fen !== null && <p className="sm:text-right"><Price fen={rows_fen} className="text-leaf-deep" /><span className="ml-2 text-sm text-ink-soft sm:ml-0 sm:block">{payees} 人受益</span></p>}
    </li>
  )
}

export function FilingBadges({ filing, now }: { filing: FilingHead; now: Date }) {
  const { text, tone } = stateOf(filing, now)
  return <><Badge tone={tone}>{text}</Badge>{filing.is_overdue && <Badge tone="vermilion">已逾期</Badge>}{filing.is_late && <Badge tone="straw">逾期报送</Badge>}</>
}

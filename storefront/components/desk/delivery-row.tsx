import { formatFen } from "@fupin/contract/money"
import type { Occurrence } from "@fupin/contract/schemas"
import Link from "next/link"
import { Badge, cx } from "@/components/ui"
import { dayText } from "@/lib/dates"
import { isLive, occurrenceLabel, waits } from "@/lib/desk/words"

/** One delivery in a list: when, which plan, how much, whom it helps, where it stands. */
export function DeliveryRow({ occurrence }: { occurrence: Occurrence }) {
  const { id, delivery_date, standing_order_name, total_fen, expected_benefit_fen, households, error, not_received, given_to } = occurrence
  const { text, tone } = occurrenceLabel(occurrence)
  return (
    <li className="relative grid grid-cols-[1fr_auto] gap-x-4 gap-y-1 border-b border-line py-4 hover:bg-white">
      <p className="font-semibold"><Link href={`/desk/occurrences/${id}`} className="after:absolute after:inset-0"><time dateTime={delivery_date}>{dayText(delivery_date)}</time><span className="block font-normal sm:ml-4 sm:inline">{standing_order_name}{given_to && `（捐给${given_to}）`}</span></Link></p>
      <Badge tone={tone} className="self-start">{text}</Badge>
      <p className="col-span-2 text-sm text-ink-soft">
        {total_fen > 0 && <span className="figures">¥{formatFen(total_fen)}</span>}
        {isLive(occurrence) && expected_benefit_fen > 0 && <>　<span className="text-leaf">预计让 {households} 户农家受益 <span className="figures">¥{formatFen(expected_benefit_fen)}</span></span></>}
      </p>
      {not_received && <p className="col-span-2 text-sm text-vermilion-deep">{not_received}</p>}
      {error && <p className={cx("col-span-2 text-sm", isLive(occurrence) && !waits(error) ? "text-vermilion-deep" : "text-ink-soft")}>{error}</p>}
    </li>
  )
}

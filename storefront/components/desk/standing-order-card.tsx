import { quantityText } from "@fupin/contract/codes"
import type { StandingOrder } from "@fupin/contract/schemas"
import Link from "next/link"
import { Badge, Price } from "@/components/ui"
import { dayText, weekdayText } from "@/lib/dates"
import { STANDING_STATES } from "@/lib/desk/words"

export function StandingOrderCard({ order }: { order: StandingOrder }) {
  const { id, name, state, given_to, agreement_number, weekdays, lines, total_fen, next_delivery, paused_from, resume_on } = order
  const { text, tone } = STANDING_STATES[state]
  return (
    <li className="relative grid gap-2 rounded-lg border border-line bg-white p-5 hover:border-ink">
      <p className="flex items-start justify-between gap-3"><Link href={`/desk/standing-orders/${id}`} className="font-song text-xl font-bold after:absolute after:inset-0">{name}</Link><Badge tone={tone}>{text}</Badge></p>
      <p className="text-sm text-ink-soft">{agreement_number}　每{weekdays.toSorted().map(weekdayText).join("、")}{given_to && `　捐给${given_to.name}`}</p>
      <p className="text-sm">{lines.slice(0, 3).map(({ title, quantity, settle_by }) => `${title} ${quantityText(quantity, settle_by)}`).join("，")}{lines.length > 3 && ` 等 ${lines.length} 种`}</p>
      <p className="flex items-baseline justify-between gap-3"><span className="text-sm text-ink-soft">{paused_from && resume_on ? `${dayText(paused_from)}起暂停，${dayText(resume_on)}恢复` : next_delivery ? `下次 ${dayText(next_delivery)}` : "没有下一次配送"}</span><span className="text-sm text-ink-soft">每次 <Price fen={total_fen} className="text-ink" /></span></p>
    </li>
  )
}

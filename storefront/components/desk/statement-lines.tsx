import { quantityText } from "@fupin/contract/codes"
import type { StatementLine } from "@fupin/contract/schemas"
import { Badge, Yuan } from "@/components/ui"
import { dayText } from "@/lib/dates"

/** What was accepted, delivery by delivery; what both sides took off stands beside what it was. */
export function StatementLines({ lines }: { lines: StatementLine[] }) {
  return (
    <ul className="border-t border-line">
      {lines.map(({ id, delivery_date, title, specification, quantity, settle_by, unit_price_fen, amount_fen, due_fen, is_late, dispute, resolution, display_id }) => (
        <li key={id} className="grid gap-x-6 gap-y-1 border-b border-line py-3 sm:grid-cols-[1fr_auto]">
          <div>
            <p className="flex flex-wrap items-center gap-x-3 gap-y-1"><span className="font-semibold">{title}</span><span className="text-sm text-ink-soft">{specification}</span>{is_late && <Badge tone="straw">以前月份</Badge>}</p>
            <p className="text-sm text-ink-soft">{dayText(delivery_date)}　<span className="figures">订单号 {display_id}</span>　{quantityText(quantity, settle_by)} × <Yuan fen={unit_price_fen} />{settle_by === "weight" && "/公斤"}</p>
            {dispute && <p className="mt-1 text-sm"><span className="font-semibold text-vermilion-deep">异议：</span>{dispute}</p>}
            {resolution && <p className="text-sm"><span className="font-semibold text-leaf">处理：</span>{resolution}</p>}
          </div>
          <p className="sm:text-right"><Yuan fen={due_fen} className="font-semibold" />{due_fen !== amount_fen && <del className="ml-2 text-sm text-ink-faint sm:block"><Yuan fen={amount_fen} /></del>}</p>
        </li>
      ))}
    </ul>
  )
}

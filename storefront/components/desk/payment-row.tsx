import type { InstitutionOrder } from "@fupin/contract/schemas"
import Link from "next/link"
import { TransferSlip } from "@/components/orders/transfer-slip"
import { Badge, Price, Yuan } from "@/components/ui"
import { dayText } from "@/lib/dates"
import { PAYMENT_STATES } from "@/lib/orders/states"

/** One order of one seller: for which delivery, what was paid, and where to pay the rest. */
export function PaymentRow({ order }: { order: InstitutionOrder }) {
  const { order_id, display_id, delivery_date, standing_order_name, seller, occurrence_id, state, total_fen, paid_fen, transfer } = order
  const { text, tone } = PAYMENT_STATES[state]
  return (
    <li className="rounded-lg border border-line bg-white p-4 sm:p-5">
      <div className="grid gap-x-6 gap-y-2 sm:grid-cols-[1fr_auto]">
        <div>
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1"><span className="font-semibold">{seller?.name ?? "卖方"}</span><Badge tone={tone}>{text}</Badge></p>
          <p className="text-sm text-ink-soft">{dayText(delivery_date)}　{standing_order_name}　<span className="figures">订单号 {display_id}</span></p>
        </div>
        <p className="sm:text-right"><Price fen={total_fen} />{paid_fen > 0 && paid_fen < total_fen && <span className="block text-sm text-ink-soft">已到账 <Yuan fen={paid_fen} /></span>}</p>
      </div>
      <div className="mt-1 flex flex-wrap items-start gap-x-5 text-sm">
        <Link href={`/orders/${order_id}`} className="link py-1.5 font-semibold text-leaf">受益凭据</Link>
        <Link href={`/desk/occurrences/${occurrence_id}`} className="link py-1.5">这次配送</Link>
        {transfer && (
          <details className="open:basis-full">
            <summary className="link inline-block py-1.5 font-semibold text-vermilion-deep">转账信息</summary>
            <div className="mt-3 text-base"><TransferSlip transfer={transfer} /></div>
          </details>
        )}
      </div>
    </li>
  )
}

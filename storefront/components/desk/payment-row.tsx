import type { InstitutionOrder } from "@fupin/contract/schemas"
import Link from "next/link"
import { TransferSlip } from "@/components/orders/transfer-slip"
import { Badge, Price, Yuan } from "@/components/ui"
import { dayText } from "@/lib/dates"
import { aboutOrder, ORDER_SOURCES } from "@/lib/desk/invoice-words"
import { PAYMENT_STATES } from "@/lib/orders/states"

/** Paid together, not one by one. */
const BY_CODE: Partial<Record<InstitutionOrder["source"], string>> = { campaign: "用活动的识别码一次付款", preorder: "从合同的预付款和尾款中付" }

/** One order of one seller: what it belongs to, what was paid, and where to pay the rest. */
export function PaymentRow({ order }: { order: InstitutionOrder }) {
  const { order_id, display_id, on, source, title, seller, state, total_fen, paid_fen, transfer } = order
  const about = aboutOrder(order)
  const { text, tone } = PAYMENT_STATES[state]
  return (
    <li className="rounded-lg border border-line bg-white p-4 sm:p-5">
      <div className="grid gap-x-6 gap-y-2 sm:grid-cols-[1fr_auto]">
        <div>
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1"><span className="font-semibold">{seller?.name ?? "扶贫馆自营"}</span><Badge tone={tone}>{text}</Badge></p>
          <p className="text-sm text-ink-soft">{dayText(on)}　{ORDER_SOURCES[source]}　{title}　<span className="figures">订单号 {display_id}</span></p>
        </div>
        <p className="sm:text-right"><Price fen={total_fen} />{paid_fen > 0 && paid_fen < total_fen && <span className="block text-sm text-ink-soft">已到账 <Yuan fen={paid_fen} /></span>}</p>
      </div>
      <div className="mt-1 flex flex-wrap items-start gap-x-5 text-sm">
        {source !== "campaign" && <Link href={`/orders/${order_id}`} className="link py-1.5 font-semibold text-leaf">受益凭据</Link>}
        <Link href={about.href} className="link py-1.5">{about.text}</Link>
        {BY_CODE[source] && <span className="py-1.5 text-ink-soft">{BY_CODE[source]}</span>}
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

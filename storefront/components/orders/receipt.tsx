import type { OrderBenefit, OrderPayment } from "@fupin/contract/schemas"
import { Seal, SHOP_NAME } from "@/components/site/mark"
import { Badge } from "@/components/ui"
import { chinaDay } from "@/lib/dates"
import type { Order } from "@/lib/orders/order"
import { addressPlace } from "@/lib/provinces"
import { maskName, maskPhone } from "@/lib/orders/receipt"
import { PAYMENT_STATES } from "@/lib/orders/states"
import { HouseholdTable } from "./household-table"
import { OrderLines } from "./order-lines"
import { ReceiptHeadline } from "./receipt-headline"
import { RefreshSoon } from "./refresh-soon"
import { ShareBar } from "./share-bar"
import { StageTrack } from "./stage-track"
import { TransferSlip } from "./transfer-slip"

interface ReceiptProps {
  benefit: OrderBenefit
  /** What was bought and how it is paid: for the buyer. Whoever else is shown the receipt sees whom it helped. */
  own: { order: Order; payment: OrderPayment } | null
}

/** A slip of paper with the shop's seal: whom this purchase helps, how far that has come, and what was bought. Made to be shown to others. */
export function Receipt({ benefit, own }: ReceiptProps) {
  const transfer = own?.payment.transfer
  const recording = benefit.status === "expected" && own?.payment.state === "paid" && benefit.households.length > 0
  return (
    <article className="grid gap-8">
      {transfer && <TransferSlip transfer={transfer} />}
      <div className="grid gap-8 rounded-lg border border-line bg-white px-5 py-8 shadow-lift md:px-12 md:py-12 print:border-0 print:p-0 print:shadow-none">
        <header className="grid gap-5">
          <p className="flex items-center gap-3 text-sm text-ink-soft"><Seal className="size-9" /><span className="font-song text-lg font-bold text-ink">{SHOP_NAME}</span><span className="ml-auto">受益凭据</span></p>
          <h1 className="sr-only">{own ? `订单 ${own.order.display_id} 的受益凭据` : "受益凭据"}</h1>
          <ReceiptHeadline benefit={benefit} />
          {own && <Facts {...own} />}
        </header>
        {(benefit.households.length > 0 || benefit.status === "reversed") && <StageTrack status={benefit.status} />}
        {recording && <RefreshSoon />}
        <HouseholdTable benefit={benefit} />
        {own && <Bought {...own} />}
        <ShareBar title={SHOP_NAME} />
      </div>
    </article>
  )
}

function Facts({ order, payment }: NonNullable<ReceiptProps["own"]>) {
  const { text, tone } = PAYMENT_STATES[payment.state]
  return <p className="flex flex-wrap items-center gap-x-4 gap-y-2 text-sm text-ink-soft"><span className="figures">订单号 {order.display_id}</span><time dateTime={order.created_at}>{chinaDay(order.created_at)}</time><Badge tone={tone}>{text}</Badge></p>
}

/** The goods, and the receiver only as far as a picture passed on may tell. */
function Bought({ order, payment: { donation: gift } }: NonNullable<ReceiptProps["own"]>) {
  const { shipping_address: address } = order
  return (
    <>
      <OrderLines order={order} />
      {gift && <p className="text-sm text-ink-soft">爱心捐赠：这一单送给 <span className="font-semibold text-ink">{gift.recipient_name}</span>（{gift.place}）</p>}
      {address && !gift && <p className="text-sm text-ink-soft">收货：{maskName(address.first_name ?? "")}　{maskPhone(address.phone ?? "")}　{addressPlace(address)}</p>}
    </>
  )
}

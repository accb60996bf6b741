import type { PreorderContract } from "@fupin/contract/schemas"
import { LotLinks } from "@/components/desk/goods-origin"
import { Badge, Link, Yuan } from "@/components/ui"
import { DELIVERY_STATES } from "@/lib/desk/preorder-words"

/** How many: booked, given by the harvest, taken beside it. */
export function PreorderQuantities({ contract: { booked, allotted, extra, offer, total_fen, applied_fen, received_fen, paid_back_fen, owed_back_fen } }: { contract: PreorderContract }) {
  const facts: [string, React.ReactNode][] = [
    ["认购", `${booked} 份`], ["收成分得", allotted === null ? "采收后公布" : `${allotted} 份${extra > 0 ? `，另加购 ${extra} 份` : ""}`], ["单价", <Yuan key="price" fen={offer.price_fen} />], ["合同额", <Yuan key="total" fen={total_fen} />],
    ["预付款到账", <Yuan key="in" fen={received_fen} />], ["已转为货款", <Yuan key="applied" fen={applied_fen} />],
    ...(owed_back_fen > 0 ? [["待退回", <Yuan key="owed" fen={owed_back_fen} className="font-semibold text-vermilion-deep" />] as [string, React.ReactNode]] : []), ...(paid_back_fen > 0 ? [["已退回", <Yuan key="back" fen={paid_back_fen} />] as [string, React.ReactNode]] : []),
  ]
  return (
    <dl className="grid grid-cols-2 gap-x-6 gap-y-3 rounded-lg bg-paper-deep p-5 sm:grid-cols-3">
      {facts.map(([name, shown]) => <div key={name}><dt className="text-sm text-ink-soft">{name}</dt><dd className="figures text-lg">{shown}</dd></div>)}
    </dl>
  )
}

/** Batch by batch, each with its order. */
export function PreorderDeliveries({ deliveries }: Pick<PreorderContract, "deliveries">) {
  return (
    <section aria-labelledby="deliveries" className="grid gap-3">
      <h2 id="deliveries" className="text-2xl">交付</h2>
      {deliveries.length === 0 && <p className="text-ink-soft">收成分配好以后，按批次送到。</p>}
      <ul className="divide-y divide-line">
        {deliveries.map(({ id, sequence, quantity, deliver_on, state, accepted, reason, order_id, problem, lots }) => (
          <li key={id} className="grid gap-1 py-3">
            <p className="flex flex-wrap items-center gap-x-3"><span className="font-semibold">第 {sequence} 批</span><span className="figures">{deliver_on}</span><span>{quantity} 份{accepted !== null && `，实收 ${accepted} 份`}</span><Badge tone={DELIVERY_STATES[state].tone}>{DELIVERY_STATES[state].text}</Badge></p>
            {(reason || (state === "planned" && problem)) && <p className="text-sm text-ink-soft">{reason || problem}</p>}
            {lots.length > 0 && <p className="text-sm"><LotLinks lots={lots} /></p>}
            {order_id && <p className="text-sm"><Link href={`/orders/${order_id}`} className="link font-semibold text-leaf">受益凭据</Link></p>}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What arrived and what went back, by the bank. */
export function PreorderMoney({ payments, paybacks }: Pick<PreorderContract, "payments" | "paybacks">) {
  if (payments.length === 0 && paybacks.length === 0) return null
  return (
    <section aria-labelledby="money" className="grid gap-2 text-sm">
      <h2 id="money" className="text-xl">往来</h2>
      <ul className="divide-y divide-line">
        {payments.map(({ reference, received_on, amount_fen }) => <li key={reference} className="flex flex-wrap justify-between gap-x-4 py-2"><span><span className="figures">{received_on}</span>　预付款到账　<span className="text-ink-soft">{reference}</span></span><Yuan fen={amount_fen} /></li>)}
        {paybacks.map(({ reference, paid_on, amount_fen }) => <li key={reference} className="flex flex-wrap justify-between gap-x-4 py-2"><span><span className="figures">{paid_on}</span>　退回　<span className="text-ink-soft">{reference}</span></span><Yuan fen={-amount_fen} /></li>)}
      </ul>
    </section>
  )
}

/** The text for signature, and what both sides signed. */
export function PreorderPaper({ contract: { id, scan } }: { contract: PreorderContract }) {
  return (
    <section aria-labelledby="paper" className="grid gap-3">
      <h2 id="paper" className="text-2xl">合同文本</h2>
      <p><a className="link" href={`/desk/preorders/${id}/paper`} download>下载合同文本（PDF，供签字盖章）</a></p>
      {scan && <p className="text-sm break-all text-ink-soft"><a className="link" href={`/desk/preorders/${id}/scan`} download>签字扫描件</a>已存档，SHA-256 <span className="figures">{scan.sha256}</span></p>}
    </section>
  )
}

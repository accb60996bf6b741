import type { Gift } from "@fupin/contract/schemas"
import { ConfirmReceipt } from "./confirm-receipt"

/** What is on its way to the member's home; they may say that it came. */
export function ComingParcels({ token, gift: { outcome, parcels, may_confirm } }: { token: string; gift: Gift }) {
  if (outcome !== null || parcels.length === 0) return null
  return (
    <section aria-labelledby="parcels" className="grid gap-3 rounded-lg border-2 border-leaf bg-white p-6">
      <h2 id="parcels" className="text-lg">快递到家</h2>
      <ul className="text-sm">{parcels.map(({ seller_id, seller, carrier, tracking_number, signed_on }) => <li key={seller_id}>{seller}：{carrier ? <span className="figures">{carrier} {tracking_number}</span> : "还没有运单号"}{signed_on && `，${signed_on} 签收`}</li>)}</ul>
      {may_confirm && <ConfirmReceipt token={token} />}
    </section>
  )
}

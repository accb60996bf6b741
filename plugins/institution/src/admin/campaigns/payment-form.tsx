import { fenFromYuan, formatFen } from "@fupin/contract/money"
import { CampaignTransferInput, type OfficeCampaign } from "@fupin/contract/schemas"
import { useState } from "react"
import { post, today } from "../lib/client"
import { checked } from "../lib/faults"
import { TextField } from "../lib/fields"
import { FormPanel } from "../lib/form"

const FIELD_OF = { transfer_exceeds_due: "amount_fen", campaign_reference_taken: "reference" } as const

/** One payment of a union for a whole campaign; it is spread over the orders by itself. */
export function PaymentForm({ one, onClose }: { one: OfficeCampaign; onClose: (isSaved: boolean) => void }) {
  const [amount, setAmount] = useState(formatFen(one.due_fen).replaceAll(",", ""))
  const [reference, setReference] = useState("")
  const [received_on, setReceivedOn] = useState(today())
  const save = async () => {
    const amount_fen = /^\d+(\.\d{1,2})?$/.test(amount.trim()) ? fenFromYuan(amount.trim()) : Number.NaN
    return post(`campaigns/${one.campaign.id}/transfers`, checked(CampaignTransferInput, { amount_fen, reference, received_on }))
  }
  return (
    <FormPanel title="登记工会转账" description={`${one.organisation.name}　${one.campaign.title}　附言 ${one.transfer_code}`} saved="已登记，正在分摊到各订单" fieldOf={FIELD_OF} onSave={save} onClose={onClose}>
      {(faults) => (
        <>
          <TextField id="amount_fen" label="到账金额（元）" value={amount} hint={`待付 ¥${formatFen(one.due_fen)}`} fault={faults.amount_fen} onChange={setAmount} />
          <TextField id="reference" label="银行流水号" value={reference} fault={faults.reference} onChange={setReference} />
          <TextField id="received_on" label="到账日期" type="date" value={received_on} fault={faults.received_on} onChange={setReceivedOn} />
        </>
      )}
    </FormPanel>
  )
}

import { formatFen } from "@fupin/contract/money"
import { type PreorderContract, PreorderPaybackInput, PreorderPaymentInput } from "@fupin/contract/schemas"
import { useState } from "react"
import { post, today } from "../lib/client"
import { checked } from "../lib/faults"
import { TextField } from "../lib/fields"
import { FormPanel } from "../lib/form"
import { fenOf } from "./draft"

const FIELD_OF = { preorder_exceeds_due: "amount_fen", preorder_payback_exceeds: "amount_fen", preorder_reference_taken: "reference" } as const

/** An advance that arrived, or money that went back. */
export function MoneyForm({ contract, way, onClose }: { contract: PreorderContract; way: "in" | "back"; onClose: (isSaved: boolean) => void }) {
  const isIn = way === "in"
  const [amount, setAmount] = useState(formatFen(isIn ? contract.due_fen : contract.owed_back_fen).replaceAll(",", ""))
  const [reference, setReference] = useState("")
  const [day, setDay] = useState(today())
  const save = async () => {
    const money = { amount_fen: fenOf(amount), reference }
    return isIn ? post(`preorder-contracts/${contract.id}/payments`, checked(PreorderPaymentInput, { ...money, received_on: day })) : post(`preorder-contracts/${contract.id}/paybacks`, checked(PreorderPaybackInput, { ...money, paid_on: day }))
  }
  return (
    <FormPanel title={isIn ? "登记预付款到账" : "登记退款"} description={`${contract.organisation.name}　${contract.number}`} saved={isIn ? "已登记为预付款" : "已登记退款"} fieldOf={FIELD_OF} onSave={save} onClose={onClose}>
      {(faults) => (
        <>
          <TextField id="amount_fen" label="金额（元）" value={amount} hint={isIn ? `下一笔 ¥${formatFen(contract.due_fen)}` : `应退 ¥${formatFen(contract.owed_back_fen)}`} fault={faults.amount_fen} onChange={setAmount} />
          <TextField id="reference" label="银行流水号" value={reference} fault={faults.reference} onChange={setReference} />
          <TextField id="day" label={isIn ? "到账日期" : "退款日期"} type="date" value={day} fault={faults.received_on ?? faults.paid_on} onChange={setDay} />
        </>
      )}
    </FormPanel>
  )
}

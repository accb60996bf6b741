import { type PreorderContract, PreorderDeliveryInput } from "@fupin/contract/schemas"
import { useState } from "react"
import { post, today } from "../lib/client"
import { checked } from "../lib/faults"
import { TextField } from "../lib/fields"
import { FormPanel } from "../lib/form"

const FIELD_OF = { preorder_above_allotted: "quantity", preorder_delivery_sequence: "quantity" } as const

/** The next batch of a contract, which becomes an order at once. */
export function DeliveryForm({ contract, onClose }: { contract: PreorderContract; onClose: (isSaved: boolean) => void }) {
  const left = (contract.allotted ?? 0) + contract.extra - contract.deliveries.reduce((sum, { state, accepted, quantity }) => sum + (state === "called_off" ? 0 : accepted ?? quantity), 0)
  const sequence = contract.deliveries.length + 1
  const [quantity, setQuantity] = useState(String(left))
  const [deliver_on, setDay] = useState(today())
  const save = async () => post(`preorder-contracts/${contract.id}/deliveries`, checked(PreorderDeliveryInput, { sequence, quantity: quantity.trim() === "" ? Number.NaN : Number(quantity), deliver_on }))
  return (
    <FormPanel title={`安排第 ${sequence} 批交付`} description={`${contract.organisation.name}　${contract.number}。货要先入库；下单后等单位验收。`} saved="已安排" fieldOf={FIELD_OF} onSave={save} onClose={onClose}>
      {(faults) => (
        <>
          <TextField id="quantity" label="数量（份）" type="number" value={quantity} hint={`还可以交付 ${left} 份`} fault={faults.quantity} onChange={setQuantity} />
          <TextField id="deliver_on" label="送达日期" type="date" value={deliver_on} fault={faults.deliver_on} onChange={setDay} />
        </>
      )}
    </FormPanel>
  )
}

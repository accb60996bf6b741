import { PreorderAcceptInput, type PreorderDelivery } from "@fupin/contract/schemas"
import { useState } from "react"
import { post } from "../lib/client"
import { checked } from "../lib/faults"
import { TextField } from "../lib/fields"
import { FormPanel } from "../lib/form"

const FIELD_OF = { above_supplied: "accepted", acceptance_reason_required: "reason" } as const

/** 验收 as the unit signed it on paper. */
export function AcceptForm({ delivery, onClose }: { delivery: PreorderDelivery; onClose: (isSaved: boolean) => void }) {
  const [accepted, setAccepted] = useState(String(delivery.quantity))
  const [reason, setReason] = useState("")
  const save = async () => post(`preorder-deliveries/${delivery.id}/acceptance`, checked(PreorderAcceptInput, { accepted: accepted.trim() === "" ? Number.NaN : Number(accepted), reason }))
  return (
    <FormPanel title={`代登验收：第 ${delivery.sequence} 批`} description="按单位签字的送货单登记；预付款随即转为货款，记入台账。" saved="验收已登记" fieldOf={FIELD_OF} onSave={save} onClose={onClose}>
      {(faults) => (
        <>
          <TextField id="accepted" label="实收（份）" type="number" value={accepted} hint={`送货 ${delivery.quantity} 份`} fault={faults.accepted} onChange={setAccepted} />
          <TextField id="reason" label="少收的原因" value={reason} fault={faults.reason} onChange={setReason} />
        </>
      )}
    </FormPanel>
  )
}

import { GroupBuyStep, type OfficeGroupBuy } from "@fupin/contract/schemas"
import { useState } from "react"
import { post } from "../lib/client"
import { checked } from "../lib/faults"
import { TextField } from "../lib/fields"
import { FormPanel } from "../lib/form"

/** Cancelling says why, to everybody who joined. */
export function CancelForm({ group, onClose }: { group: OfficeGroupBuy; onClose: (isSaved: boolean) => void }) {
  const [reason, setReason] = useState("")
  const save = async () => post(`group-buys/${group.id}/steps`, checked(GroupBuyStep, { step: "cancel", reason }, reason.trim() === "" ? { reason: "请说明原因，参团的人会看到" } : {}))
  return (
    <FormPanel title={`取消 ${group.title}`} description={`已参团的 ${group.buyers} 位买家全额退款，留出的库存放回。`} saved="已取消，正在退款" fieldOf={{}} onSave={save} onClose={onClose}>
      {(faults) => <TextField id="reason" label="原因" value={reason} fault={faults.reason} onChange={setReason} />}
    </FormPanel>
  )
}

import { RefusalInput } from "@fupin/contract/schemas"
import { useState } from "react"
import { post } from "../lib/client"
import { checked } from "../lib/faults"
import { TextField } from "../lib/fields"
import { FormPanel } from "../lib/form"

/** Refuses a registration; the applicant reads the reason at the desk, corrects it and applies again. */
export function RefusalForm({ name, path, onClose }: { name: string; path: string; onClose: (isSaved: boolean) => void }) {
  const [reason, setReason] = useState("")
  return (
    <FormPanel title={`退回 ${name}`} description="申请人会看到原因，改正后可以重新提交。" saved="已退回" fieldOf={{}} onSave={() => post(path, checked(RefusalInput, { reason }))} onClose={onClose}>
      {(faults) => <TextField id="refusal-reason" label="退回原因" value={reason} hint="例如：证书上的名称与填写的不一致" fault={faults.reason} onChange={setReason} />}
    </FormPanel>
  )
}

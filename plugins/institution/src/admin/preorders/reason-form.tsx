import { PreorderCloseInput } from "@fupin/contract/schemas"
import { useState } from "react"
import { post } from "../lib/client"
import { checked } from "../lib/faults"
import { TextField } from "../lib/fields"
import { FormPanel } from "../lib/form"

interface ReasonFormProps { title: string; description: string; path: string; more?: object; onClose: (isSaved: boolean) => void }

/** An act that ends something and says why, to everybody concerned. */
export function ReasonForm({ title, description, path, more = {}, onClose }: ReasonFormProps) {
  const [reason, setReason] = useState("")
  const save = async () => post(path, { ...more, ...checked(PreorderCloseInput, { reason }) })
  return (
    <FormPanel title={title} description={description} saved="已办理" fieldOf={{}} onSave={save} onClose={onClose}>
      {(faults) => <TextField id="reason" label="原因" value={reason} hint="单位会看到" fault={faults.reason} onChange={setReason} />}
    </FormPanel>
  )
}

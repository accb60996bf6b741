import { useState } from "react"
import { saveDesignation } from "./api"
import { FormDrawer, TextField } from "./fields"
import { today } from "./words"

export function DesignationDrawer({ productId }: { productId: string }) {
  const [number, setNumber] = useState("")
  const [from, setFrom] = useState(today())
  const [to, setTo] = useState("")
  const save = () => saveDesignation(productId, { number, status: "published", valid_from: from, valid_to: to })
  return (
    <FormDrawer title="登记认定" trigger="登记认定" ready={number !== "" && to !== ""} productId={productId} onSave={save}>
      <TextField id="designation-number" label="认定编号" value={number} onChange={setNumber} hint="如 渝扶认〔2026〕0012号" />
      <div className="grid grid-cols-2 gap-4">
        <TextField id="designation-from" label="起始日期" type="date" value={from} onChange={setFrom} />
        <TextField id="designation-to" label="截止日期（含当天）" type="date" value={to} onChange={setTo} />
      </div>
    </FormDrawer>
  )
}

import { useState } from "react"
import { saveLot } from "./api"
import { FormDrawer, TextField } from "./fields"
import { today } from "./words"

export function LotDrawer({ productId }: { productId: string }) {
  const [madeOn, setMadeOn] = useState(today())
  const [bestBefore, setBestBefore] = useState("")
  const [mark, setMark] = useState("")
  const [report, setReport] = useState("")
  const save = () => saveLot(productId, { made_on: madeOn, best_before: bestBefore === "" ? null : bestBefore, mark, report })
  return (
    <FormDrawer title="登记批次" trigger="登记批次" ready={madeOn !== ""} productId={productId} onSave={save}>
      <div className="grid grid-cols-2 gap-4">
        <TextField id="lot-made-on" label="采收或生产日期" type="date" value={madeOn} onChange={setMadeOn} />
        <TextField id="lot-best-before" label="保质期到（含当天）" type="date" value={bestBefore} onChange={setBestBefore} required={false} hint="没有保质期的留空" />
      </div>
      <TextField id="lot-mark" label="自编批号" value={mark} onChange={setMark} required={false} hint="同一天有两批时用来区分；验真用的批次号由系统给出" />
      <TextField id="lot-report" label="检测报告或证书编号" value={report} onChange={setReport} required={false} />
    </FormDrawer>
  )
}

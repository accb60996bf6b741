import { Button, Text, toast } from "@medusajs/ui"
import { useState } from "react"
import { ask } from "../../lib/ask"
import { periodOf, today } from "../../lib/labels"
import { Choice } from "../choice"
import { Field } from "../field"
import { RegionPick } from "../pickers"
import { ROSTER_STAGE } from "./labels"

export function SettingForm({ onDone, onCancel }: { onDone: () => void; onCancel: () => void }) {
  const [texts, setTexts] = useState({ region_code: "", valid_from: periodOf(today()), cutoff_day: "28", due_day: "29", stage: "payable" })
  const [isSaving, setSaving] = useState(false)
  const field = (name: keyof typeof texts) => ({ id: `setting-${name}`, value: texts[name], onChange: (value: string) => setTexts({ ...texts, [name]: value }) })
  async function save() {
    setSaving(true)
    try {
      await ask("benefit/reporting-units/settings", { ...texts, region_code: texts.region_code.trim(), cutoff_day: Number(texts.cutoff_day), due_day: Number(texts.due_day) })
      toast.success("已保存")
      onDone()
    } catch (error) {
      toast.error("没有保存", { description: error instanceof Error ? error.message : String(error) })
      setSaving(false)
    }
  }
  return (
    <div className="flex flex-col gap-y-3">
      <RegionPick {...field("region_code")} label="区划（下级也适用）" required />
      <Field {...field("valid_from")} label="自哪个期间起" type="month" required />
      <Field {...field("cutoff_day")} label="期间截至（日）" type="number" required />
      <Field {...field("due_day")} label="报送期限（日）" type="number" required />
      <Text size="xsmall" className="text-ui-fg-subtle">期限不晚于截至日时，为次月该日；没有这一天的月份，为当月最后一天。已结束或已报送的期间不受影响。</Text>
      <Choice id="setting-stage" label="附件1 口径" any="请选择" value={texts.stage} options={ROSTER_STAGE} onChange={(stage) => setTexts({ ...texts, stage })} />
      <div className="flex justify-end gap-x-2"><Button variant="secondary" onClick={onCancel}>返回</Button><Button isLoading={isSaving} onClick={() => void save()}>保存</Button></div>
    </div>
  )
}

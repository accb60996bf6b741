import type { ReportingUnit, ReportingUnitKind } from "@fupin/contract/schemas"
import { Button, toast } from "@medusajs/ui"
import { useState } from "react"
import { ask } from "../../lib/ask"
import { periodOf, today } from "../../lib/labels"
import { Choice } from "../choice"
import { Field } from "../field"
import { RegionPick, UnitPick } from "../pickers"
import { UNIT_KIND } from "./labels"

interface UnitFormProps { unit: ReportingUnit | null; units: ReportingUnit[]; onDone: () => void; onCancel: () => void }

export function UnitForm({ unit, units, onDone, onCancel }: UnitFormProps) {
  const [texts, setTexts] = useState({
    name: unit?.name ?? "", region_code: unit?.region_code ?? "", organisation_id: unit?.organisation_id ?? "", parent_id: unit?.parent_id ?? "", contact: unit?.contact ?? "",
    since: unit?.since ?? periodOf(today()), until: unit?.until ?? "", remind_days: String(unit?.remind_days ?? 3), kind: unit?.kind ?? "town",
  })
  const [isSaving, setSaving] = useState(false)
  const field = (name: keyof typeof texts) => ({ id: `unit-${name}`, value: texts[name], onChange: (value: string) => setTexts({ ...texts, [name]: value }) })
  const orNull = (text: string) => (text.trim() === "" ? null : text.trim())
  async function save() {
    setSaving(true)
    try {
      await ask("benefit/reporting-units", {
        ...(unit ? { id: unit.id } : {}), name: texts.name, kind: texts.kind, region_code: texts.region_code.trim(), organisation_id: orNull(texts.organisation_id), parent_id: orNull(texts.parent_id),
        contact: orNull(texts.contact), since: texts.since, until: orNull(texts.until), remind_days: Number(texts.remind_days),
      })
      toast.success("已保存")
      onDone()
    } catch (error) {
      toast.error("没有保存", { description: error instanceof Error ? error.message : String(error) })
      setSaving(false)
    }
  }
  const parents = Object.fromEntries(units.filter(({ id, kind }) => id !== unit?.id && kind !== "organisation").map(({ id, name }) => [id, name]))
  return (
    <div className="flex flex-col gap-y-3">
      <Field {...field("name")} label="名称" required />
      <Choice id="unit-kind" label="类别" any="请选择" value={texts.kind} options={UNIT_KIND} onChange={(kind) => setTexts({ ...texts, kind: kind as ReportingUnitKind })} />
      <RegionPick {...field("region_code")} label="区划" levels={["province", "city", "county", "township"]} required />
      {texts.kind === "organisation" && <UnitPick {...field("organisation_id")} label="采购单位" required />}
      <Choice id="unit-parent" label="上级单位" any="没有" value={texts.parent_id} options={parents} onChange={(parent_id) => setTexts({ ...texts, parent_id })} />
      <Field {...field("contact")} label="经办人" hint="姓名或职务，不填电话" />
      <Field {...field("since")} label="首个填报期间" type="month" required />
      <Field {...field("until")} label="最后填报期间" type="month" />
      <Field {...field("remind_days")} label="提前几天提醒" type="number" required />
      <div className="flex justify-end gap-x-2"><Button variant="secondary" onClick={onCancel}>返回</Button><Button isLoading={isSaving} onClick={() => void save()}>保存</Button></div>
    </div>
  )
}

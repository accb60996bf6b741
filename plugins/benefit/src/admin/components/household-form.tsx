import type { HouseholdStatus, MaskedHousehold } from "@fupin/contract/schemas"
import { Button, Drawer, Label, Select, toast } from "@medusajs/ui"
import { useState } from "react"
import { ask } from "../lib/ask"
import { KIND, STATUS, today } from "../lib/labels"
import { Field } from "./field"
import { RegionPick } from "./pickers"

interface HouseholdFormProps {
  /** Null: a new household. */
  household: MaskedHousehold | null
  onDone: (changed: boolean) => void
}

type Texts = Record<"code" | "name" | "payee_name" | "region_code" | "id_number" | "phone" | "bank_account", string>

/** What is masked stays empty here; empty leaves it as it is. */
export function HouseholdForm({ household, onDone }: HouseholdFormProps) {
  const [texts, setTexts] = useState<Texts>(() => ({
    code: household?.code ?? "", name: "", payee_name: "", region_code: household?.region_code ?? "", id_number: "", phone: "", bank_account: "",
  }))
  const [kind, setKind] = useState<keyof typeof KIND>(household?.kind ?? "household")
  const [status, setStatus] = useState<HouseholdStatus | "none">("none")
  const [isSaving, setSaving] = useState(false)
  const field = (name: keyof Texts) => ({ id: name, value: texts[name], onChange: (value: string) => setTexts({ ...texts, [name]: value }) })
  const kept = household ? "不填则不变" : undefined

  async function save() {
    setSaving(true)
    try {
      await ask(household ? `benefit/households/${household.id}` : "benefit/households", inputOf(texts, kind, status, household))
      toast.success("已保存")
      onDone(true)
    } catch (error) {
      toast.error("没有保存", { description: error instanceof Error ? error.message : String(error) })
    } finally {
      setSaving(false)
    }
  }

  return (
    <Drawer open onOpenChange={(open) => !open && onDone(false)}>
      <Drawer.Content aria-describedby={undefined}>
        <Drawer.Header><Drawer.Title>{household ? `修改 ${household.code}` : "登记受益农户"}</Drawer.Title></Drawer.Header>
        <Drawer.Body className="flex flex-col gap-y-4 overflow-y-auto">
          {!household && <Field {...field("code")} label="编号" hint="如 WX-GL-0001" required />}
          {!household && <Choice label="类别" value={kind} options={KIND} onChange={(value) => setKind(value as keyof typeof KIND)} />}
          <Field {...field("name")} label={kind === "collective" ? "名称" : "户主姓名"} hint={kept} required={!household} />
          <Field {...field("payee_name")} label="领款人" hint={kept ?? "不填则为户主"} />
          <RegionPick {...field("region_code")} label="所在行政村" levels={["village"]} hint="输入村名查找，或 12 位区划代码" required />
          <Choice label="新增身份（自今日起）" value={status} options={{ none: "不新增", ...STATUS }} onChange={(value) => setStatus(value as HouseholdStatus | "none")} />
          <Field {...field("id_number")} label="身份证号码" hint={kept ?? "18 位"} />
          <Field {...field("phone")} label="联系电话" hint={kept} />
          <Field {...field("bank_account")} label="银行账号" hint={kept} />
        </Drawer.Body>
        <Drawer.Footer>
          <Button variant="secondary" onClick={() => onDone(false)}>取消</Button>
          <Button isLoading={isSaving} onClick={save}>保存</Button>
        </Drawer.Footer>
      </Drawer.Content>
    </Drawer>
  )
}

function inputOf({ code, ...texts }: Texts, kind: string, status: HouseholdStatus | "none", household: MaskedHousehold | null) {
  const filled = Object.fromEntries(Object.entries(texts).filter(([, value]) => value.trim() !== ""))
  const statuses = status === "none" ? [] : [{ status, valid_from: today() }]
  return { ...(household ? {} : { code, kind }), ...filled, statuses }
}

function Choice({ label, value, options, onChange }: { label: string; value: string; options: Record<string, string>; onChange: (value: string) => void }) {
  return (
    <div className="flex flex-col gap-y-1">
      <Label size="small" weight="plus">{label}</Label>
      <Select value={value} onValueChange={onChange}>
        <Select.Trigger><Select.Value /></Select.Trigger>
        <Select.Content>{Object.entries(options).map(([key, text]) => <Select.Item key={key} value={key}>{text}</Select.Item>)}</Select.Content>
      </Select>
    </div>
  )
}

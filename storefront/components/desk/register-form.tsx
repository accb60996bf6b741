"use client"

import type { Division, Organisation } from "@fupin/contract/schemas"
import { DivisionPicker } from "@/components/checkout/division-picker"
import { FormMessage } from "@/components/forms/form-message"
import { TextField } from "@/components/forms/text-field"
import { useActionForm } from "@/components/forms/use-action-form"
import { Button, Field, Select } from "@/components/ui"
import { applyAgain, registerUnit } from "@/lib/desk/organisation-actions"
import { KIND_NAMES } from "@/lib/desk/words"
import { BLANK_FORM, type FormState } from "@/lib/forms/form-state"

/** The unit and its first buyer; both count once the office has looked at them. */
export function RegisterForm({ provinces }: { provinces: Division[] }) {
  const { state, busy, form } = useActionForm(registerUnit, BLANK_FORM)
  return (
    <form {...form} className="grid gap-4 text-left">
      <FormMessage state={state} />
      <UnitFields provinces={provinces} state={state} />
      <Button type="submit" busy={busy} className="justify-self-start">{busy ? "正在提交…" : "登记单位"}</Button>
    </form>
  )
}

/** What was refused is corrected and put before the office again: the unit as it stands, or a word about oneself. */
export function ApplyAgainForm({ id, unit, provinces }: { id: string; unit: Organisation | null; provinces: Division[] }) {
  const { state, busy, form } = useActionForm(applyAgain, BLANK_FORM)
  return (
    <form {...form} className="grid gap-4">
      <FormMessage state={state} />
      <input type="hidden" name="id" value={id} />
      {unit && <UnitFields provinces={provinces} state={state} unit={unit} />}
      <TextField name="note" label="说明" state={state} optional maxLength={200} placeholder="例如：姓名已改为与工作证一致" />
      <Button type="submit" busy={busy} className="justify-self-start">{busy ? "正在提交…" : "重新提交"}</Button>
    </form>
  )
}

function UnitFields({ provinces, state, unit }: { provinces: Division[]; state: FormState; unit?: Organisation }) {
  const id = unit ? `kind-${unit.id}` : "kind"
  return (
    <>
      <TextField name="unit_name" label="单位名称" state={state} initial={unit?.name} maxLength={80} placeholder="与证书上的名称一致" autoComplete="organization" />
      <TextField name="uscc" label="统一社会信用代码" state={state} initial={unit?.uscc} maxLength={18} autoComplete="off" hint="18 位，见事业单位法人证书或营业执照" className="figures uppercase" />
      <Field id={id} label="单位类型"><Select id={id} name="kind" defaultValue={state.values.kind ?? unit?.kind ?? "school"}>{Object.entries(KIND_NAMES).map(([kind, name]) => <option key={kind} value={kind}>{name}</option>)}</Select></Field>
      <DivisionPicker provinces={provinces} code={state.values.county_code ?? unit?.region_code ?? ""} error={state.errors.region_code} />
    </>
  )
}

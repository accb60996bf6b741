"use client"

import type { Division } from "@fupin/contract/schemas"
import { DivisionPicker } from "@/components/checkout/division-picker"
import { FormMessage } from "@/components/forms/form-message"
import { TextField } from "@/components/forms/text-field"
import { useActionForm } from "@/components/forms/use-action-form"
import { Button, Field, Select } from "@/components/ui"
import { registerUnit } from "@/lib/desk/organisation-actions"
import { KIND_NAMES } from "@/lib/desk/words"
import { BLANK_FORM } from "@/lib/forms/form-state"

/** The unit and its first buyer; both count once the office has looked at them. */
export function RegisterForm({ provinces }: { provinces: Division[] }) {
  const { state, busy, form } = useActionForm(registerUnit, BLANK_FORM)
  return (
    <form {...form} className="grid gap-4 text-left">
      <FormMessage state={state} />
      <TextField name="unit_name" label="单位名称" state={state} maxLength={80} placeholder="与证书上的名称一致" autoComplete="organization" />
      <TextField name="uscc" label="统一社会信用代码" state={state} maxLength={18} autoComplete="off" hint="18 位，见事业单位法人证书或营业执照" className="figures uppercase" />
      <Field id="kind" label="单位类型"><Select id="kind" name="kind" defaultValue={state.values.kind ?? "school"}>{Object.entries(KIND_NAMES).map(([kind, name]) => <option key={kind} value={kind}>{name}</option>)}</Select></Field>
      <DivisionPicker provinces={provinces} code={state.values.county_code ?? ""} error={state.errors.region_code} />
      <Button type="submit" busy={busy} className="justify-self-start">{busy ? "正在提交…" : "登记单位"}</Button>
    </form>
  )
}

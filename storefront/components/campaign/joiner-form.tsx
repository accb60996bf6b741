"use client"

import { FormMessage } from "@/components/forms/form-message"
import { TextField } from "@/components/forms/text-field"
import { useActionForm } from "@/components/forms/use-action-form"
import { Button, Choice } from "@/components/ui"
import { addRecipient } from "@/lib/desk/campaign-actions"
import { BLANK_FORM, type FormState } from "@/lib/forms/form-state"

/** Who it is, and what they eat. */
export function JoinerFields({ state }: { state: FormState }) {
  return (
    <>
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <TextField name="employee_number" label="工号" state={state} maxLength={40} /><TextField name="name" label="姓名" state={state} maxLength={40} />
        <TextField name="phone" label="手机号" state={state} type="tel" inputMode="tel" maxLength={16} /><TextField name="department" label="部门" state={state} optional maxLength={60} />
        <TextField name="email" label="邮箱" state={state} optional type="email" inputMode="email" maxLength={120} hint="填了就把链接发到这里" />
      </div>
      <Choice kind="checkbox" name="halal" defaultChecked={"halal" in state.values}>需要清真</Choice>
    </>
  )
}

/** One late joiner, until closing. */
export function JoinerForm({ id }: { id: string }) {
  const { state, busy, form } = useActionForm(addRecipient, BLANK_FORM)
  return (
    <details className="rounded-lg border border-line bg-white p-4" open={state.message !== null || undefined}>
      <summary className="cursor-pointer font-semibold">加入一位新职工</summary>
      <form key={state.done ? state.message : "form"} {...form} className="mt-4 grid gap-4">
        <FormMessage state={state} />
        <input type="hidden" name="id" value={id} />
        <JoinerFields state={state} />
        <Button type="submit" look="secondary" busy={busy} className="justify-self-start">加入名册</Button>
      </form>
    </details>
  )
}

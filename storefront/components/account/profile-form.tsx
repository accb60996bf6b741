"use client"

import { FormMessage } from "@/components/forms/form-message"
import { TextField } from "@/components/forms/text-field"
import { useActionForm } from "@/components/forms/use-action-form"
import { Button } from "@/components/ui"
import { BLANK_FORM } from "@/lib/forms/form-state"
import { saveProfile } from "@/lib/session/actions"

export function ProfileForm({ name, phone }: { name: string; phone: string }) {
  const { state, busy, form } = useActionForm(saveProfile, BLANK_FORM)
  return (
    <form {...form} className="grid max-w-md gap-5">
      <FormMessage state={state} />
      <TextField name="name" label="姓名" state={state} initial={name} autoComplete="name" maxLength={40} />
      <TextField name="phone" label="手机号" state={state} initial={phone} optional type="tel" inputMode="tel" autoComplete="tel-national" maxLength={16} />
      <Button type="submit" busy={busy} className="justify-self-start">{busy ? "正在保存…" : "保存"}</Button>
    </form>
  )
}

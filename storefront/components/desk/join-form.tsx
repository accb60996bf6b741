"use client"

import { FormMessage } from "@/components/forms/form-message"
import { TextField } from "@/components/forms/text-field"
import { useActionForm } from "@/components/forms/use-action-form"
import { Button } from "@/components/ui"
import { joinUnit } from "@/lib/desk/member-actions"
import { BLANK_FORM } from "@/lib/forms/form-state"

/** A code from the unit lets its holder join. */
export function JoinForm() {
  const { state, busy, form } = useActionForm(joinUnit, BLANK_FORM)
  return (
    <form {...form} className="grid gap-4 text-left">
      <FormMessage state={state} />
      <TextField name="code" label="邀请码" state={state} maxLength={19} autoComplete="off" placeholder="ABCD-EFGH-JKLM-NPQR" className="figures uppercase" />
      <Button type="submit" look="secondary" busy={busy} className="justify-self-start">加入单位</Button>
    </form>
  )
}

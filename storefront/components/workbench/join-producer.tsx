"use client"

import { FormMessage } from "@/components/forms/form-message"
import { TextField } from "@/components/forms/text-field"
import { useActionForm } from "@/components/forms/use-action-form"
import { Button } from "@/components/ui"
import { BLANK_FORM } from "@/lib/forms/form-state"
import { joinProducer } from "@/lib/workbench/actions"

export function JoinProducer() {
  const { state, busy, form } = useActionForm(joinProducer, BLANK_FORM)
  return (
    <form {...form} className="grid gap-4">
      <FormMessage state={state} />
      <TextField name="code" label="邀请码" state={state} maxLength={19} autoComplete="off" autoCapitalize="characters" spellCheck={false} placeholder="ABCD-EFGH-JKLM-NPQR" className="figures text-lg uppercase" />
      <Button type="submit" size="lg" busy={busy} className="w-full sm:w-auto sm:justify-self-start">{busy ? "正在核对…" : "加入"}</Button>
    </form>
  )
}

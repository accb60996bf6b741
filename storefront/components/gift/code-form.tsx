"use client"

import { FormMessage } from "@/components/forms/form-message"
import { TextField } from "@/components/forms/text-field"
import { useActionForm } from "@/components/forms/use-action-form"
import { Button } from "@/components/ui"
import { BLANK_FORM } from "@/lib/forms/form-state"
import { enterCode } from "@/lib/gift/actions"

/** The code that came with the link. */
export function GiftCodeForm({ token }: { token: string }) {
  const { state, busy, form } = useActionForm(enterCode, BLANK_FORM)
  return (
    <form {...form} className="mx-auto grid w-full max-w-sm gap-5 rounded-lg border border-line bg-white p-6">
      <FormMessage state={state} />
      <input type="hidden" name="token" value={token} />
      <TextField name="code" label="验证码" state={state} inputMode="numeric" autoComplete="one-time-code" maxLength={6} className="figures text-center text-2xl tracking-[0.4em]" hint="工会和链接一起发给您的 6 位数字" />
      <Button type="submit" size="lg" wide busy={busy}>打开</Button>
    </form>
  )
}

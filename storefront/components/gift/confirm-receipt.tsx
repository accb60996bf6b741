"use client"

import { FormMessage } from "@/components/forms/form-message"
import { useActionForm } from "@/components/forms/use-action-form"
import { Button } from "@/components/ui"
import { BLANK_FORM } from "@/lib/forms/form-state"
import { confirmReceipt } from "@/lib/gift/actions"

/** The member says that what was sent home came. */
export function ConfirmReceipt({ token }: { token: string }) {
  const { state, busy, form } = useActionForm(confirmReceipt, BLANK_FORM)
  return (
    <form {...form} className="grid gap-3">
      <FormMessage state={state} />
      <input type="hidden" name="token" value={token} />
      <Button type="submit" look="benefit" size="lg" busy={busy}>我已收到礼包</Button>
      <p className="text-sm text-ink-soft">请收到全部包裹后再确认；没有收到或有破损请联系工会。</p>
    </form>
  )
}

"use client"

import { FormMessage } from "@/components/forms/form-message"
import { TextField } from "@/components/forms/text-field"
import { useActionForm } from "@/components/forms/use-action-form"
import { Button } from "@/components/ui"
import { restoreOccurrence, skipOccurrence } from "@/lib/desk/actions"
import { BLANK_FORM } from "@/lib/forms/form-state"

/** Skipping one date, with its reason. It can be taken back until cut-off. */
export function SkipForm({ id }: { id: string }) {
  const { state, busy, form } = useActionForm(skipOccurrence, BLANK_FORM)
  return (
    <form {...form} className="grid gap-4 border-t border-line pt-8">
      <h2 className="text-xl">这一天不要配送</h2>
      <FormMessage state={state} />
      <input type="hidden" name="id" value={id} />
      <TextField name="reason" label="原因" state={state} maxLength={80} placeholder="例如：运动会放假" />
      <Button type="submit" look="secondary" busy={busy} className="justify-self-start">跳过这次配送</Button>
    </form>
  )
}

export function RestoreForm({ id }: { id: string }) {
  const { state, busy, form } = useActionForm(restoreOccurrence, BLANK_FORM)
  return (
    <form {...form} className="flex flex-wrap items-center justify-between gap-4 rounded-md border border-line bg-white px-4 py-3">
      <FormMessage state={state} />
      <input type="hidden" name="id" value={id} />
      <p className="font-semibold">这次配送已跳过</p>
      <Button type="submit" look="secondary" size="sm" busy={busy}>撤销，照常配送</Button>
    </form>
  )
}

"use client"

import { FormMessage } from "@/components/forms/form-message"
import { TextField } from "@/components/forms/text-field"
import { useActionForm } from "@/components/forms/use-action-form"
import { Button } from "@/components/ui"
import { restoreOccurrence, skipOccurrence } from "@/lib/desk/actions"
import { BLANK_FORM } from "@/lib/forms/form-state"

/** Skipping one date, with its reason, or taking that back until cut-off. What either said stays when the other takes its place. */
export function SkipOrRestore({ id, isSkipped }: { id: string; isSkipped: boolean }) {
  const skip = useActionForm(skipOccurrence, BLANK_FORM)
  const restore = useActionForm(restoreOccurrence, BLANK_FORM)
  const { state, busy, form } = isSkipped ? restore : skip
  const before = isSkipped ? skip.state : restore.state
  return (
    <section aria-labelledby="skip" className="grid gap-4 border-t border-line pt-8">
      <h2 id="skip" className="text-xl">{isSkipped ? "照常配送" : "这一天不要配送"}</h2>
      {before.done && <FormMessage state={before} />}
      <form key={String(isSkipped)} {...form} className="grid gap-4">
        {!state.done && <FormMessage state={state} />}
        <input type="hidden" name="id" value={id} />
        {isSkipped
          ? <p className="text-sm text-ink-soft">截单前可以撤销，按平常的数量配送。</p>
          : <TextField name="reason" label="原因" state={state} maxLength={80} placeholder="例如：运动会放假" />}
        <Button type="submit" look="secondary" busy={busy} className="justify-self-start">{isSkipped ? "撤销跳过" : "跳过这次配送"}</Button>
      </form>
    </section>
  )
}

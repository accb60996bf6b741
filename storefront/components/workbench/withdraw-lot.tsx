"use client"

import { FormMessage } from "@/components/forms/form-message"
import { useActionForm } from "@/components/forms/use-action-form"
import { Button, describedBy, Field, Input } from "@/components/ui"
import { BLANK_FORM } from "@/lib/forms/form-state"
import { withdrawLot } from "@/lib/workbench/actions"

/** Not to be undone, for whoever looks the code up is told; so it asks once more, and why. */
export function WithdrawLot({ id }: { id: string }) {
  const { state, busy, form } = useActionForm(withdrawLot, BLANK_FORM)
  const [field, error] = [`withdraw-${id}`, state.errors.reason]
  return (
    <details className="mt-2 border-t border-line pt-2">
      <summary className="flex min-h-11 cursor-pointer items-center text-sm font-semibold">登记错了，或要召回</summary>
      <form {...form} className="mt-2 grid gap-3">
        <FormMessage state={state} />
        <input type="hidden" name="id" value={id} />
        <Field id={field} label="原因" hint="撤回后不能再装箱，查验批次号会显示已撤销，不能恢复；登记错了请撤回后重新登记" error={error}><Input id={field} name="reason" defaultValue={state.values.reason} maxLength={200} placeholder="例如：采收日期填错" aria-invalid={error ? true : undefined} aria-describedby={describedBy(field, { hint: true, error })} /></Field>
        <Button type="submit" look="secondary" busy={busy} className="w-full sm:w-auto sm:justify-self-start">撤回这一批</Button>
      </form>
    </details>
  )
}

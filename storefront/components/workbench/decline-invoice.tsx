"use client"

import { FormMessage } from "@/components/forms/form-message"
import { useActionForm } from "@/components/forms/use-action-form"
import { Button, describedBy, Field, Input } from "@/components/ui"
import { BLANK_FORM } from "@/lib/forms/form-state"
import { declineInvoice } from "@/lib/workbench/actions"

/** Asked for once more, with the reason that the buyer reads. */
export function DeclineInvoice({ id }: { id: string }) {
  const { state, busy, form } = useActionForm(declineInvoice, BLANK_FORM)
  const [field, error] = [`decline-${id}`, state.errors.reason]
  return (
    <details className="border-t border-line pt-2">
      <summary className="flex min-h-11 cursor-pointer items-center text-sm font-semibold">不能开这张发票</summary>
      <form {...form} className="mt-2 grid gap-3">
        <FormMessage state={state} />
        <input type="hidden" name="id" value={id} />
        <Field id={field} label="原因" hint="对方会看到，改好后可重新申请" error={error}><Input id={field} name="reason" defaultValue={state.values.reason} maxLength={200} placeholder="例如：税号有误，请核对" aria-invalid={error ? true : undefined} aria-describedby={describedBy(field, { hint: true, error })} /></Field>
        <Button type="submit" look="secondary" busy={busy} className="w-full sm:w-auto sm:justify-self-start">谢绝并告知原因</Button>
      </form>
    </details>
  )
}

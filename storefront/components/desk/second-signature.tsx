"use client"

import { FormMessage } from "@/components/forms/form-message"
import { useActionForm } from "@/components/forms/use-action-form"
import { Button } from "@/components/ui"
import { setSecondSignature } from "@/lib/desk/unit-entry-actions"
import { BLANK_FORM } from "@/lib/forms/form-state"

/** Whether goods count as accepted once one member signed, or two; giving the second up is asked about once more. */
export function SecondSignatureForm({ organisationId, wanted }: { organisationId: string; wanted: boolean }) {
  const { state, busy, form } = useActionForm(setSecondSignature, BLANK_FORM)
  const fields = (
    <form {...form} className={wanted ? "mt-2 grid gap-3 rounded-md bg-vermilion-wash p-3" : "grid"}>
      <input type="hidden" name="organisation_id" value={organisationId} />
      <input type="hidden" name="second_signature" value={wanted ? "no" : "yes"} />
      {wanted && <p className="text-sm">取消后，今后的验收一人签字即可入账。已登记、正等待复核的，仍须第二人签字。</p>}
      <Button type="submit" look="secondary" size="sm" busy={busy} className="justify-self-start">{wanted ? "确认取消复核" : "改为须两人签字"}</Button>
    </form>
  )
  return (
    <div className="grid gap-3">
      <FormMessage state={state} />
      {wanted ? <details><summary className="link py-1 text-sm text-vermilion-deep">取消第二人复核</summary>{fields}</details> : fields}
    </div>
  )
}

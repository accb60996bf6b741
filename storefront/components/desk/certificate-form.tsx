"use client"

import { FormMessage } from "@/components/forms/form-message"
import { useActionForm } from "@/components/forms/use-action-form"
import { Button } from "@/components/ui"
import { issueCertificate } from "@/lib/desk/spending-actions"
import { BLANK_FORM } from "@/lib/forms/form-state"

export function CertificateForm({ organisationId, year, again }: { organisationId: string; year: number; again: boolean }) {
  const { state, busy, form } = useActionForm(issueCertificate, BLANK_FORM)
  return (
    <form {...form} className="grid gap-3">
      <FormMessage state={state} />
      <input type="hidden" name="organisation_id" value={organisationId} />
      <input type="hidden" name="year" value={year} />
      <Button type="submit" look={again ? "secondary" : "benefit"} size="sm" busy={busy} className="justify-self-start">{busy ? "正在开具…" : again ? "重新开具" : "开具证明"}</Button>
    </form>
  )
}

"use client"

import type { CampaignStep } from "@fupin/contract/schemas"
import { FormMessage } from "@/components/forms/form-message"
import { TextField } from "@/components/forms/text-field"
import { useActionForm } from "@/components/forms/use-action-form"
import { Button } from "@/components/ui"
import { takeStep } from "@/lib/desk/campaign-actions"
import { BLANK_FORM } from "@/lib/forms/form-state"

interface StepFormProps {
  id: string
  steps: { step: CampaignStep["step"]; name: string; look?: "primary" | "secondary" | "benefit" | "quiet"; disabled?: boolean }[]
}

/** What the campaign can do next. One form: what it said stays when the next step takes its place. */
export function StepForm({ id, steps }: StepFormProps) {
  const { state, busy, form } = useActionForm(takeStep, BLANK_FORM)
  return (
    <form {...form} className="grid gap-4">
      <FormMessage state={state} />
      <input type="hidden" name="id" value={id} />
      <div className="flex flex-wrap gap-3">{steps.map(({ step, name, look = "primary", disabled }) => <Button key={step} type="submit" name="step" value={step} look={look} busy={busy} disabled={disabled}>{name}</Button>)}</div>
    </form>
  )
}

export function CancelForm({ id }: { id: string }) {
  const { state, busy, form } = useActionForm(takeStep, BLANK_FORM)
  return (
    <details className="border-t border-line pt-4">
      <summary className="cursor-pointer text-sm text-ink-soft">取消这次活动</summary>
      <form {...form} className="mt-4 grid max-w-md gap-4">
        <FormMessage state={state} />
        <input type="hidden" name="id" value={id} /><input type="hidden" name="step" value="cancel" />
        <TextField name="reason" label="取消的原因" state={state} maxLength={120} />
        <Button type="submit" look="secondary" size="sm" busy={busy} className="justify-self-start">取消活动</Button>
      </form>
    </details>
  )
}

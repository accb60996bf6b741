"use client"

import type { Occurrence } from "@fupin/contract/schemas"
import { FormMessage } from "@/components/forms/form-message"
import { useActionForm } from "@/components/forms/use-action-form"
import { Button } from "@/components/ui"
import { setOccurrenceLines } from "@/lib/desk/actions"
import { BLANK_FORM } from "@/lib/forms/form-state"
import { QuantityTable } from "./quantity-table"

/** The quantities of this date alone: fewer guests, a day without school. */
export function DateLinesForm({ occurrence }: { occurrence: Occurrence }) {
  const { state, busy, form } = useActionForm(setOccurrenceLines, BLANK_FORM)
  const lines = occurrence.lines.map((line) => ({ ...line, max_quantity: null }))
  const values = Object.fromEntries(occurrence.lines.map(({ variant_id, requested }) => [variant_id, state.values[`q:${variant_id}`] ?? String(requested)]))
  return (
    <form {...form} className="grid gap-4 border-t border-line pt-8">
      <FormMessage state={state} />
      <input type="hidden" name="id" value={occurrence.id} /><input type="hidden" name="version" value={occurrence.version} />
      <QuantityTable legend="只改这一天的数量" lines={lines} values={values} error={state.errors.lines} />
      <Button type="submit" look="secondary" busy={busy} className="justify-self-start">保存这一天的数量</Button>
    </form>
  )
}

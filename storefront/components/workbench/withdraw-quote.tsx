"use client"

import { FormMessage } from "@/components/forms/form-message"
import { useActionForm } from "@/components/forms/use-action-form"
import { Button } from "@/components/ui"
import { BLANK_FORM } from "@/lib/forms/form-state"
import { withdrawQuote } from "@/lib/workbench/actions"

/** Asked twice: the second press withdraws. */
export function WithdrawQuote({ demandId, quoteId }: { demandId: string; quoteId: string }) {
  const { state, busy, form } = useActionForm(withdrawQuote, BLANK_FORM)
  return (
    <details className="rounded-lg border border-line bg-white p-4">
      <summary className="flex min-h-11 cursor-pointer items-center font-semibold">不想报了，撤回报价</summary>
      <form {...form} className="mt-3 grid gap-3">
        <FormMessage state={state} />
        <input type="hidden" name="demand_id" value={demandId} /><input type="hidden" name="quote_id" value={quoteId} />
        <p className="text-sm text-ink-soft">撤回后采购单位看不到这份报价；截止前可以重新报价。</p>
        <Button type="submit" look="secondary" busy={busy} className="w-full sm:w-auto sm:justify-self-start">确认撤回</Button>
      </form>
    </details>
  )
}

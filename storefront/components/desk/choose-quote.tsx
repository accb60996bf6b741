"use client"

import { FormMessage } from "@/components/forms/form-message"
import { TextField } from "@/components/forms/text-field"
import { useActionForm } from "@/components/forms/use-action-form"
import { Button } from "@/components/ui"
import { chooseQuote, withdrawDemand } from "@/lib/desk/demand-actions"
import { BLANK_FORM } from "@/lib/forms/form-state"

/** Choosing drafts the agreement; a quote that does not stand first needs its reason. */
export function ChooseQuote({ demandId, quoteId, name, isFirst }: { demandId: string; quoteId: string; name: string; isFirst: boolean }) {
  const { state, busy, form } = useActionForm(chooseQuote, BLANK_FORM)
  return (
    <form {...form} className="grid gap-3 border-t border-line pt-4">
      {state.message && !state.done && <FormMessage state={state} />}
      <input type="hidden" name="id" value={demandId} />
      <input type="hidden" name="quote_id" value={quoteId} />
      <input type="hidden" name="is_first" value={isFirst ? "yes" : "no"} />
      {!isFirst && <TextField name="reason" label="为什么选这一家" state={{ ...state, errors: { reason: state.errors[`reason:${quoteId}`] ?? "" } }} maxLength={120} placeholder="写入选定记录" />}
      <Button type="submit" look={isFirst ? "primary" : "secondary"} busy={busy} aria-label={`选定 ${name}`} className="justify-self-start">{busy ? "正在生成协议…" : "选定并生成协议草案"}</Button>
    </form>
  )
}

export function WithdrawDemand({ id }: { id: string }) {
  const { state, busy, form } = useActionForm(withdrawDemand, BLANK_FORM)
  return (
    <details className="text-sm">
      <summary className="link py-1">撤回需求</summary>
      <form {...form} className="mt-3 grid justify-items-start gap-3">
        {state.message && !state.done && <FormMessage state={state} />}
        <input type="hidden" name="id" value={id} />
        <p className="text-ink-soft">撤回后不再征集，已有的报价作废，不能恢复。</p>
        <Button type="submit" look="secondary" size="sm" busy={busy}>确认撤回</Button>
      </form>
    </details>
  )
}

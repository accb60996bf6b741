"use client"

import { quantityText } from "@fupin/contract/codes"
import type { StatementLine } from "@fupin/contract/schemas"
import { FormMessage } from "@/components/forms/form-message"
import { TextField } from "@/components/forms/text-field"
import { useActionForm } from "@/components/forms/use-action-form"
import { Button } from "@/components/ui"
import { confirmStatement, disputeStatement } from "@/lib/desk/statement-actions"
import { BLANK_FORM } from "@/lib/forms/form-state"

/** Confirms what stands on the page: the revision that was read goes with it. */
export function ConfirmForm({ id, revision, open }: { id: string; revision: number; open: boolean }) {
  const { state, busy, form } = useActionForm(confirmStatement, BLANK_FORM)
  return (
    <form {...form} className={open || state.message ? "grid gap-4" : "hidden"}>
      <FormMessage state={state} />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="revision" value={revision} />
      {open && <p className="text-sm text-ink-soft">确认后对账单不再改动，按它转账付款；之后的变动进入下个月。</p>}
      {open && <Button type="submit" busy={busy} className="justify-self-start">{busy ? "正在确认…" : "确认对账单"}</Button>}
    </form>
  )
}

/** 异议, line by line, each with its reason. */
export function DisputeForm({ id, lines, open }: { id: string; lines: StatementLine[]; open: boolean }) {
  const { state, busy, form } = useActionForm(disputeStatement, BLANK_FORM)
  if (!open) return <div className={state.message ? undefined : "hidden"}><FormMessage state={state} /></div>
  return (
    <details className="rounded-lg border border-line bg-white p-5" open={state.message !== null && !state.done}>
      <summary className="cursor-pointer font-semibold">有几行不对，提出异议</summary>
      <form {...form} className="mt-4 grid gap-4">
        <FormMessage state={state} />
        <input type="hidden" name="id" value={id} />
        {lines.map(({ id: line, title, delivery_date, quantity, settle_by }) => <TextField key={line} name={`d:${line}`} label={`${delivery_date}　${title} ${quantityText(quantity, settle_by)}`} state={state} optional maxLength={200} placeholder="例如：实收 8 份" />)}
        <Button type="submit" look="secondary" busy={busy} className="justify-self-start">{busy ? "正在提交…" : "提交异议"}</Button>
      </form>
    </details>
  )
}

"use client"

import { quantityText } from "@fupin/contract/codes"
import { formatFen } from "@fupin/contract/money"
import type { StatementLine } from "@fupin/contract/schemas"
import { FormMessage } from "@/components/forms/form-message"
import { TextField } from "@/components/forms/text-field"
import { useActionForm } from "@/components/forms/use-action-form"
import { Button } from "@/components/ui"
import { BLANK_FORM } from "@/lib/forms/form-state"
import { answerDispute } from "@/lib/workbench/actions"

const plain = (fen: number): string => formatFen(fen).replaceAll(",", "")

/** Each disputed line with what the unit says of it: the amount it is to be, the old one where the seller does not agree, and why. */
export function DisputeAnswer({ id, lines, open }: { id: string; lines: StatementLine[]; open: boolean }) {
  const { state, busy, form } = useActionForm(answerDispute, BLANK_FORM)
  if (!open || lines.length === 0) return <div className={state.message ? undefined : "hidden"}><FormMessage state={state} /></div>
  return (
    <section aria-labelledby="disputes" className="grid gap-4 border-t-4 border-vermilion pt-4">
      <h2 id="disputes" className="text-2xl">对方有异议</h2>
      <form {...form} className="grid gap-4">
        <FormMessage state={state} />
        <input type="hidden" name="id" value={id} />
        {lines.map(({ id: line, title, delivery_date, quantity, settle_by, amount_fen, dispute }) => (
          <fieldset key={line} className="grid gap-3 rounded-lg border border-line bg-white p-4">
            <legend className="sr-only">{delivery_date} {title}</legend>
            <div><p className="font-semibold">{title}　{quantityText(quantity, settle_by)}</p><p className="text-sm text-ink-soft"><span className="figures">{delivery_date}</span>　原金额 ¥{formatFen(amount_fen)}</p><p className="mt-1"><span className="font-semibold text-vermilion-deep">对方说：</span>{dispute}</p></div>
            <div className="grid gap-3 sm:grid-cols-[10rem_1fr]">
              <TextField name={`due:${line}`} label="应付金额（元）" state={state} initial={plain(amount_fen)} inputMode="decimal" hint="不同意就保留原金额" />
              <TextField name={`why:${line}`} label="怎样处理" state={state} maxLength={200} placeholder="例如：按实收 8 份重算" />
            </div>
          </fieldset>
        ))}
        <Button type="submit" size="lg" busy={busy} className="w-full sm:w-auto sm:justify-self-start">{busy ? "正在提交…" : "答复对方"}</Button>
      </form>
    </section>
  )
}

"use client"

import type { PreorderContract } from "@fupin/contract/schemas"
import { FormMessage } from "@/components/forms/form-message"
import { TextField } from "@/components/forms/text-field"
import { useActionForm } from "@/components/forms/use-action-form"
import { Button } from "@/components/ui"
import { answerPreorder } from "@/lib/desk/preorder-actions"
import { BLANK_FORM } from "@/lib/forms/form-state"

/** What the unit may answer to its harvest: take more, or withdraw where too little is there. */
export function HarvestAnswer({ contract }: { contract: PreorderContract }) {
  const { id, offer, may_withdraw, may_take_more, wants_more } = contract
  const { state, busy, form } = useActionForm(answerPreorder, BLANK_FORM)
  return (
    <section aria-labelledby="answer" className="grid gap-5 rounded-lg border-2 border-vermilion bg-white p-5">
      <div><h2 id="answer" className="text-xl">收成已定，请答复</h2><p className="text-sm text-ink-soft">{offer.harvest?.answer_by} 前有效，之前可以修改；不答复按已分得的数量履行。{may_take_more > 0 && `最多可加购 ${may_take_more} 份，按原价。`}</p></div>
      <FormMessage state={state} />
      {may_take_more > 0 && (
        <form {...form} className="grid gap-3 sm:grid-cols-[12rem_auto] sm:items-end sm:justify-start">
          <input type="hidden" name="id" value={id} /><input type="hidden" name="answer" value="more" />
          <TextField name="quantity" label="还想加购（份）" state={state} initial={wants_more === null ? "" : String(wants_more)} type="number" inputMode="numeric" min={0} max={may_take_more} className="figures" />
          <Button type="submit" look="secondary" busy={busy} className="justify-self-start">{wants_more === null ? "提交" : "修改"}</Button>
        </form>
      )}
      {may_withdraw && <Ask id={id} answer="withdraw" summary="分得太少，退出合同" text="退出后不再交付，已付的预付款全部退回，不能恢复。" action="确认退出" />}
    </section>
  )
}

export const CancelPreorder = ({ id }: { id: string }) => <Ask id={id} answer="cancel" summary="取消认购" text="预付款到账前可以取消，数量放回给其他单位。" action="确认取消" />

function Ask({ id, answer, summary, text, action }: { id: string; answer: "withdraw" | "cancel"; summary: string; text: string; action: string }) {
  const { state, busy, form } = useActionForm(answerPreorder, BLANK_FORM)
  return (
    <details className="text-sm">
      <summary className="link py-1">{summary}</summary>
      <form {...form} className="mt-3 grid justify-items-start gap-3">
        {state.message && !state.done && <FormMessage state={state} />}
        <input type="hidden" name="id" value={id} /><input type="hidden" name="answer" value={answer} />
        <p className="text-ink-soft">{text}</p>
        <Button type="submit" look="secondary" size="sm" busy={busy}>{action}</Button>
      </form>
    </details>
  )
}

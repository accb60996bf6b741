"use client"

import type { AgreementProposal, AgreementSide } from "@fupin/contract/schemas"
import { FormMessage } from "@/components/forms/form-message"
import { useActionForm } from "@/components/forms/use-action-form"
import { Button, describedBy, Field, Input, Notice } from "@/components/ui"
import { SIDE_NAMES } from "@/lib/desk/agreement-words"
import { answerProposal } from "@/lib/desk/supply-actions"
import { BLANK_FORM, type FormState } from "@/lib/forms/form-state"

interface OpenProposalProps { proposal: AgreementProposal; mayChange: boolean; /** Whose eyes these are, and how they answer: the unit's, at its desk. */ mine?: AgreementSide; answer?: (previous: FormState, form: FormData) => Promise<FormState> }

/** What waits for an answer, from what to what: the other side's is accepted or declined, one's own withdrawn. */
export function OpenProposal({ proposal: { id, agreement_id, side, subject, before, after, now, note }, mayChange, mine = "organisation", answer = answerProposal }: OpenProposalProps) {
  const { state, busy, form } = useActionForm(answer, BLANK_FORM)
  const [isOwn, other] = [side === mine, SIDE_NAMES[mine === "organisation" ? "producer" : "organisation"]]
  const [field, error] = [`reason-${id}`, state.errors.reason]
  return (
    <li className="grid content-start gap-3 rounded-lg border border-line bg-white p-5">
      <p className="text-sm text-ink-soft">{SIDE_NAMES[side]}提议{isOwn && `，等${other}答复`}</p>
      <h3 className="text-lg">{subject}</h3>
      <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <span className="sr-only">由</span><del className="text-ink-soft">{before ?? "—"}</del><span aria-hidden className="text-ink-faint">→</span><span className="sr-only">改为</span><ins className="font-semibold text-leaf-deep no-underline">{after}</ins>
      </p>
      {note && <p className="text-sm text-ink-soft">说明：{note}</p>}
      {now && <Notice tone="problem" title={`提议之后，这一项已改为：${now}`}>{isOwn ? `${other}不能再接受。请撤回，再按新条款提出。` : `不能再接受。请谢绝并写明，或请${other}按新条款重提。`}</Notice>}
      {state.message && !state.done && <FormMessage state={state} />}
      {mayChange && (
        <form {...form} className="grid gap-3">
          <input type="hidden" name="id" value={id} /><input type="hidden" name="agreement_id" value={agreement_id} />
          {!isOwn && (
            <Field id={field} label="原因" optional hint="谢绝时请写明" error={error}>
              <Input id={field} name="reason" defaultValue={state.values.reason} maxLength={200} aria-invalid={error ? true : undefined} aria-describedby={describedBy(field, { hint: true, error })} />
            </Field>
          )}
          <div className="flex flex-wrap gap-2">
            {!isOwn && !now && <Button type="submit" name="answer" value="accept" busy={busy}>接受</Button>}
            {!isOwn && <Button type="submit" name="answer" value="decline" look="secondary" busy={busy}>谢绝</Button>}
            {isOwn && <Button type="submit" name="answer" value="withdraw" size="sm" look="secondary" busy={busy}>撤回</Button>}
          </div>
        </form>
      )}
    </li>
  )
}

"use client"

import type { Approval, Delegation } from "@fupin/contract/schemas"
import { FormMessage } from "@/components/forms/form-message"
import { TextField } from "@/components/forms/text-field"
import { useActionForm } from "@/components/forms/use-action-form"
import { Button, Field, Select } from "@/components/ui"
import { askAgain, decideApproval, delegateApproval, endDelegation } from "@/lib/desk/spending-actions"
import { BLANK_FORM } from "@/lib/forms/form-state"

/** Agree or send back, with one thumb; sending back needs its reason. */
export function DecisionForm({ approval: { id, amount_fen, title } }: { approval: Pick<Approval, "id" | "amount_fen" | "title"> }) {
  const { state, busy, form } = useActionForm(decideApproval, BLANK_FORM)
  return (
    <form {...form} aria-label={`审批 ${title}`} className="grid gap-3">
      <FormMessage state={state} />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="amount_fen" value={amount_fen} />
      <TextField name={`reason:${id}`} label="意见" state={state} optional maxLength={120} hint="不同意时请写明原因" />
      <div className="grid grid-cols-2 gap-3 sm:flex">
        <Button type="submit" name="verdict" value="approve" look="benefit" busy={busy}>同意</Button>
        <Button type="submit" name="verdict" value="reject" look="secondary" busy={busy}>不同意</Button>
      </div>
    </form>
  )
}

export function AskAgain({ id }: { id: string }) {
  const { state, busy, form } = useActionForm(askAgain, BLANK_FORM)
  return (
    <form {...form} className="grid gap-3 border-t border-line pt-4">
      <FormMessage state={state} />
      <input type="hidden" name="id" value={id} />
      <TextField name={`reason:${id}`} label="再次申请的理由" state={state} maxLength={120} />
      <Button type="submit" look="secondary" size="sm" busy={busy} className="justify-self-start">再次申请</Button>
    </form>
  )
}

interface DelegationFormProps { organisationId: string; members: { customer_id: string; name: string }[]; today: string }

/** While away, somebody else of the unit decides in one's place. */
export function DelegationForm({ organisationId, members, today }: DelegationFormProps) {
  const { state, busy, form } = useActionForm(delegateApproval, BLANK_FORM)
  const error = state.errors.to_customer_id
  return (
    <form {...form} className="grid gap-4">
      <FormMessage state={state} />
      <input type="hidden" name="organisation_id" value={organisationId} />
      <Field id="to_customer_id" label="委托给" error={error}>
        <Select id="to_customer_id" name="to_customer_id" defaultValue={state.values.to_customer_id ?? ""} aria-invalid={error ? true : undefined}>
          <option value="">请选择</option>
          {members.map(({ customer_id, name }) => <option key={customer_id} value={customer_id}>{name}</option>)}
        </Select>
      </Field>
      <div className="grid gap-4">
        <TextField name="from_day" label="从" state={state} type="date" min={today} initial={today} />
        <TextField name="to_day" label="到" state={state} type="date" min={today} />
      </div>
      <TextField name="reason" label="原因" state={state} maxLength={120} placeholder="例如：出差" />
      <Button type="submit" look="secondary" busy={busy} className="justify-self-start">委托</Button>
    </form>
  )
}

export function EndDelegation({ delegation: { id, to } }: { delegation: Delegation }) {
  const { state, busy, form } = useActionForm(endDelegation, BLANK_FORM)
  return (
    <form {...form}>
      <FormMessage state={state} />
      <input type="hidden" name="id" value={id} />
      <Button type="submit" look="quiet" size="sm" busy={busy} aria-label={`结束对 ${to.name} 的委托`}>结束</Button>
    </form>
  )
}

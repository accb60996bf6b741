"use client"

import type { AgreementProposal, SupplyAgreement } from "@fupin/contract/schemas"
import { useState } from "react"
import { FormMessage } from "@/components/forms/form-message"
import { TextField } from "@/components/forms/text-field"
import { useActionForm } from "@/components/forms/use-action-form"
import { Badge, Button, Field, Select } from "@/components/ui"
import { PROPOSAL_STATES, SIDE_NAMES } from "@/lib/desk/agreement-words"
import { answerProposal, proposeChange } from "@/lib/desk/supply-actions"
import { BLANK_FORM } from "@/lib/forms/form-state"

/** One proposal: the other side's is accepted or declined, one's own withdrawn. */
export function ProposalRow({ proposal: { id, side, note, state }, text, mayChange }: { proposal: AgreementProposal; text: string; mayChange: boolean }) {
  const { state: said, busy, form } = useActionForm(answerProposal, BLANK_FORM)
  const { text: label, tone } = PROPOSAL_STATES[state]
  const answers = side === "producer" ? [["accept", "接受"], ["decline", "谢绝"]] : [["withdraw", "撤回"]]
  return (
    <li className="grid gap-2 border-b border-line py-3">
      <p className="flex flex-wrap items-center gap-2"><Badge tone={tone}>{label}</Badge><span className="text-sm text-ink-soft">{SIDE_NAMES[side]}提议</span><strong>{text}</strong></p>
      {note && <p className="text-sm text-ink-soft">{note}</p>}
      {said.message && !said.done && <FormMessage state={said} />}
      {state === "open" && mayChange && (
        <form {...form} className="flex gap-2">
          <input type="hidden" name="id" value={id} />
          {answers.map(([answer, name]) => <Button key={answer} type="submit" name="answer" value={answer} size="sm" look={answer === "accept" ? "primary" : "secondary"} busy={busy}>{name}</Button>)}
        </form>
      )}
    </li>
  )
}

/** The unit's own proposal: another price, or other quantities, of one product. */
export function ProposalForm({ agreement }: { agreement: SupplyAgreement }) {
  const { state, busy, form } = useActionForm(proposeChange, BLANK_FORM)
  const [kind, setKind] = useState("price")
  return (
    <form {...form} className="grid max-w-2xl gap-4 rounded-lg border border-line bg-white p-5">
      <h3 className="text-lg">提出修改</h3>
      <FormMessage state={state} />
      <input type="hidden" name="agreement_id" value={agreement.id} />
      <div className="grid gap-4 sm:grid-cols-2">
        <Field id="variant_id" label="商品"><Select id="variant_id" name="variant_id" defaultValue={state.values.variant_id}>{agreement.lines.map(({ variant_id, title, specification }) => <option key={variant_id} value={variant_id}>{title} {specification}</option>)}</Select></Field>
        <Field id="kind" label="改什么"><Select id="kind" name="kind" value={kind} onChange={(event) => setKind(event.target.value)}><option value="price">单价</option><option value="quantity">数量</option></Select></Field>
      </div>
      {kind === "price"
        ? <TextField name="price" label="单价（元）" state={state} inputMode="decimal" />
        : (
          <div className="grid items-start gap-4 sm:grid-cols-2">
            {([["min_quantity", "每次最少"], ["max_quantity", "每次最多"], ["term_min", "协议期最少"], ["term_max", "协议期最多"]] as const).map(([name, label]) => <TextField key={name} name={name} label={label} state={state} optional inputMode="numeric" hint="留空表示不限" />)}
          </div>
        )}
      <TextField name="note" label="说明" state={state} optional maxLength={200} />
      <Button type="submit" look="secondary" busy={busy} className="justify-self-start">发出提议</Button>
    </form>
  )
}

"use client"

import type { CampaignPack, DeliveryMode, Division, Recipient } from "@fupin/contract/schemas"
import { DivisionPicker } from "@/components/checkout/division-picker"
import { FormMessage } from "@/components/forms/form-message"
import { TextField } from "@/components/forms/text-field"
import { useActionForm } from "@/components/forms/use-action-form"
import { Button, Field, Price, Select } from "@/components/ui"
import { changeLate } from "@/lib/desk/roster-actions"
import { BLANK_FORM, type FormState } from "@/lib/forms/form-state"
import { JoinerFields } from "./joiner-form"

export type LateForm = ReturnType<typeof useActionForm<FormState>>

/** What was looked at is done, or left. */
function Confirm({ values, busy }: { values: FormState["values"]; busy: boolean }) {
  return (
    <>
      {Object.entries(values).map(([name, value]) => name !== "checked" && <input key={name} type="hidden" name={name} value={value} />)}
      <p className="flex flex-wrap gap-3"><Button type="submit" name="mode" value="save" look="benefit" size="sm" busy={busy}>确认</Button><Button type="submit" name="mode" value="back" look="quiet" size="sm" busy={busy}>返回修改</Button></p>
    </>
  )
}

interface LateJoinerProps { id: string; packs: CampaignPack[]; mode: DeliveryMode; provinces: Division[] }

/** One who joined the unit after the choosing closed: first what it brings, then the same once more to be done. */
export function LateJoinerForm({ id, packs, mode, provinces }: LateJoinerProps) {
  const { state, busy, form } = useActionForm(changeLate, BLANK_FORM)
  return (
    <details className="rounded-lg border border-line bg-white p-4" open={state.message !== null || undefined}>
      <summary className="cursor-pointer font-semibold">截止后入职的职工：补进名册</summary>
      <form {...form} className="mt-4 grid gap-4">
        <FormMessage state={state} />
        <input type="hidden" name="id" value={id} />
        {state.values.checked ? <Confirm values={state.values} busy={busy} /> : (
          <div key={state.done ? state.message : "fields"} className="grid gap-4">
            <JoinerFields state={state} />
            <Field id="late-pack" label="礼包"><Select id="late-pack" name="pack_id" defaultValue={state.values.pack_id ?? ""}><option value="">默认礼包</option>{packs.map((pack) => <option key={pack.id} value={pack.id}>{pack.name}</option>)}</Select></Field>
            {mode !== "pickup" && (
              <div className="grid gap-4">
                <p className="text-sm text-ink-soft">{mode === "home" ? "送货到家，请填写地址。" : "填了地址就送到家，不填到领取地点领取。"}</p>
                <DivisionPicker provinces={provinces} code={state.values.county_code ?? ""} error={state.errors.county_code} />
                <TextField name="detail" label="详细地址" state={state} optional={mode === "either"} maxLength={120} />
              </div>
            )}
            <TextField name="reason" label="原因（职工会看到）" state={state} maxLength={120} placeholder="例如：九月入职" />
            <p className="text-sm text-ink-soft">每份 <Price fen={Math.min(...packs.map(({ price_fen }) => price_fen))} /> 起；超出已批准的金额时，先送单位审批。</p>
            <Button type="submit" name="mode" value="check" look="secondary" busy={busy} className="justify-self-start">先看影响</Button>
          </div>
        )}
      </form>
    </details>
  )
}

/** One who left the unit after the choosing closed. What it brings is said beside its button. */
export function LateLeaver({ id, member, late }: { id: string; member: Recipient; late: LateForm }) {
  const { busy, form: { action, onSubmit } } = late
  const state = late.state.values.leave === member.id ? late.state : BLANK_FORM
  return (
    <details className="text-sm" open={state !== BLANK_FORM || undefined}>
      <summary className="min-h-10 cursor-pointer py-2" aria-label={`${member.name} 离职移出`}>离职移出</summary>
      <form action={action} onSubmit={onSubmit} noValidate className="grid gap-3 md:w-72">
        <input type="hidden" name="id" value={id} />
        {state.values.checked ? <><FormMessage state={state} /><Confirm values={state.values} busy={busy} /></> : (
          <>
            <input type="hidden" name="leave" value={member.id} />
            <TextField id={`reason-${member.id}`} name="reason" label="原因（职工会看到）" state={state} maxLength={120} placeholder="例如：已离职" />
            <Button type="submit" name="mode" value="check" look="secondary" size="sm" busy={busy} className="justify-self-start">先看影响</Button>
          </>
        )}
      </form>
    </details>
  )
}

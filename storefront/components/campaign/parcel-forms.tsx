"use client"

import type { Parcel, Recipient } from "@fupin/contract/schemas"
import { TextField } from "@/components/forms/text-field"
import type { useActionForm } from "@/components/forms/use-action-form"
import { Button } from "@/components/ui"
import { PROOFS } from "@/lib/desk/campaign-words"
import { BLANK_FORM, type FormState } from "@/lib/forms/form-state"

/** Each parcel of a member with what proves that it came. */
export function ParcelFacts({ parcels }: { parcels: Parcel[] }) {
  return (
    <ul className="text-sm">
      {parcels.map(({ seller_id, seller, carrier, tracking_number, signed_on, proof, reason }) => (
        <li key={seller_id}>{seller}：{carrier && <span className="figures">{carrier} {tracking_number}　</span>}{proof ? `${PROOFS[proof]}${signed_on ? ` ${signed_on}` : ""}${reason ? `（${reason}）` : ""}` : <span className="text-vermilion-deep">还没有签收凭据</span>}</li>
      ))}
    </ul>
  )
}

/** The carrier's number of one parcel, or what the union knows of it for a reason. What was said stands above the list: whoever is proved may leave it. */
export function ParcelForms({ id, member, today, proof }: { id: string; member: Recipient; today: string; proof: ReturnType<typeof useActionForm<FormState>> }) {
  const { busy, form: { action, onSubmit } } = proof
  const form = { action, onSubmit, noValidate: true }
  const state = proof.state.values.recipient_id === member.id ? proof.state : BLANK_FORM
  const open = member.parcels.filter(({ proof }) => proof === null)
  if (open.length === 0) return null
  const hidden = <><input type="hidden" name="id" value={id} /><input type="hidden" name="recipient_id" value={member.id} /></>
  return (
    <details className="text-sm" open={state !== BLANK_FORM || undefined}>
      <summary className="min-h-10 cursor-pointer py-2" aria-label={`登记 ${member.name} 的签收凭据`}>登记签收凭据</summary>
      <div className="grid gap-5 rounded-md border border-line bg-white p-4">
        <form {...form} className="grid gap-3">
          {hidden}
          {open.length > 1 ? <label className="grid gap-1 font-semibold">卖方<select name="seller_id" className="min-h-10 rounded-md border border-line-strong bg-white px-3 font-normal">{open.map(({ seller_id, seller }) => <option key={seller_id} value={seller_id}>{seller}</option>)}</select></label> : <input type="hidden" name="seller_id" value={open[0]!.seller_id} />}
          <div className="grid items-start gap-3 sm:grid-cols-3">
            <TextField id={`carrier-${member.id}`} name="carrier" label="快递公司" state={state} initial={open[0]!.carrier ?? ""} maxLength={30} /><TextField id={`tracking_number-${member.id}`} name="tracking_number" label="运单号" state={state} initial={open[0]!.tracking_number ?? ""} maxLength={30} /><TextField id={`signed_on-${member.id}`} name="signed_on" label="签收日期" state={state} optional type="date" max={today} />
          </div>
          <Button type="submit" name="what" value="carrier" look="secondary" size="sm" busy={busy} className="justify-self-start">保存运单</Button>
        </form>
        <form {...form} className="grid gap-3 border-t border-line pt-4">
          {hidden}
          <TextField id={`reason-${member.id}`} name="reason" label="没有运单，写明原因" state={state} maxLength={120} placeholder="例如：本人电话确认收到 / 地址不符被退回" />
          <p className="flex flex-wrap gap-3"><Button type="submit" name="what" value="delivered" look="secondary" size="sm" busy={busy}>登记已收到</Button><Button type="submit" name="what" value="returned" look="quiet" size="sm" busy={busy}>登记退回工会</Button></p>
        </form>
      </div>
    </details>
  )
}

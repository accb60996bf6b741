"use client"

import type { DonationRecipient, Division } from "@fupin/contract/schemas"
import { useState } from "react"
import { TextField } from "@/components/forms/text-field"
import { Choice, ChoiceGroup, describedBy, Field, Select } from "@/components/ui"
import type { FormState } from "@/lib/forms/form-state"
import { AddressFields, type Prefill } from "./address-fields"

interface DestinationProps {
  state: FormState
  prefill: Prefill
  provinces: Division[]
  recipients: DonationRecipient[]
  signedIn: boolean
  isGift: boolean
  onGift: (isGift: boolean) => void
}

/** To oneself, or given to a school or home (爱心捐赠). Where nobody takes gifts, only the address. */
export function Destination({ recipients, isGift, onGift, ...rest }: DestinationProps) {
  if (recipients.length === 0) return <AddressFields {...rest} />
  return (
    <>
      <ChoiceGroup legend={<span className="font-song text-xl font-bold">送到哪里</span>} className="sm:grid-cols-2">
        <Choice name="destination" value="home" checked={!isGift} onChange={() => onGift(false)} note="填写收货地址">自己收货</Choice>
        <Choice name="destination" value="gift" checked={isGift} onChange={() => onGift(true)} note="直接送到学校、养老院">爱心捐赠</Choice>
      </ChoiceGroup>
      {isGift ? <GiftFields recipients={recipients} {...rest} /> : <AddressFields {...rest} />}
    </>
  )
}

function GiftFields({ state, prefill, recipients }: Omit<DestinationProps, "signedIn" | "provinces" | "isGift" | "onGift">) {
  const [chosen, setChosen] = useState(state.values.recipient_id ?? "")
  const error = state.errors.recipient_id
  const recipient = recipients.find(({ id }) => id === chosen)
  return (
    <section aria-labelledby="gift-title" className="grid gap-4">
      <h2 id="gift-title" className="text-xl">捐给谁</h2>
      <Field id="recipient_id" label="受赠单位" error={error} hint={recipient ? `需要：${recipient.need}` : "货物直接送到，由对方验收"}>
        <Select id="recipient_id" name="recipient_id" value={chosen} required aria-invalid={error ? true : undefined} aria-describedby={describedBy("recipient_id", { hint: true, error })} onChange={({ target }) => setChosen(target.value)}>
          <option value="">请选择</option>
          {recipients.map(({ id, name, place }) => <option key={id} value={id}>{name}（{place}）</option>)}
        </Select>
      </Field>
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField name="donor" label="捐赠人" state={state} initial={prefill.name} autoComplete="name" maxLength={40} hint="写入凭据，对外只显示姓" />
        <TextField name="email" label="邮箱" state={state} initial={prefill.email} type="email" inputMode="email" autoComplete="email" maxLength={120} hint="用来接收订单通知" />
      </div>
    </section>
  )
}

"use client"

import type { DeliveryPoint, Division, DonationRecipient, StandingOrder } from "@fupin/contract/schemas"
import { useState } from "react"
import { Choice, ChoiceGroup, describedBy, Field, Select } from "@/components/ui"
import type { FormState } from "@/lib/forms/form-state"
import { DeliveryPlace } from "./delivery-place"

interface PlanDestinationProps {
  state: FormState
  /** null for a new one. */
  order: StandingOrder | null
  provinces: Division[]
  points: DeliveryPoint[]
  recipients: DonationRecipient[]
}

/** To the unit itself, or given to a school or home (爱心捐赠). Where nobody takes gifts, only the address. */
export function PlanDestination({ state, order, provinces, points, recipients }: PlanDestinationProps) {
  const gift = order?.given_to ?? null
  const [isGift, setGift] = useState((state.values.destination ?? (gift ? "gift" : "own")) === "gift")
  const own = <DeliveryPlace state={state} delivery={gift ? undefined : order?.delivery} provinces={provinces} points={points} />
  if (recipients.length === 0 && !gift) return own
  return (
    <>
      <ChoiceGroup legend={<span className="font-song text-xl font-bold">给谁</span>} className="sm:grid-cols-2">
        <Choice name="destination" value="own" checked={!isGift} onChange={() => setGift(false)} note="送到食堂等收货点">本单位收货</Choice>
        <Choice name="destination" value="gift" checked={isGift} onChange={() => setGift(true)} note="直接送到学校、养老院">爱心捐赠</Choice>
      </ChoiceGroup>
      {isGift ? <RecipientField state={state} gift={gift} recipients={recipients} /> : own}
    </>
  )
}

function RecipientField({ state, gift, recipients }: Pick<PlanDestinationProps, "state" | "recipients"> & { gift: StandingOrder["given_to"] }) {
  const [chosen, choose] = useState(state.values.recipient_id ?? gift?.recipient_id ?? "")
  const error = state.errors.recipient_id
  const need = recipients.find(({ id }) => id === chosen)?.need
  const hint = need ? `需要：${need}` : "货物直接送到受赠单位"
  return (
    <section aria-labelledby="gift" className="grid gap-4">
      <h2 id="gift" className="text-xl">捐给谁</h2>
      <Field id="recipient_id" label="受赠单位" error={error} hint={hint}>
        <Select id="recipient_id" name="recipient_id" value={recipients.some(({ id }) => id === chosen) ? chosen : ""} required aria-invalid={error ? true : undefined} aria-describedby={describedBy("recipient_id", { hint, error })} onChange={({ target }) => choose(target.value)}>
          <option value="">请选择</option>
          {recipients.map(({ id, name, place }) => <option key={id} value={id}>{name}（{place}）</option>)}
        </Select>
      </Field>
      <p className="text-sm text-ink-soft">审批和预算与其他采购一样；付款计入采购和帮扶成效，不计入食堂预留份额（货物没有进本单位食堂）。对方在送货单上签收后，由本单位验收人员登记。</p>
    </section>
  )
}

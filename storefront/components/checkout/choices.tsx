"use client"

import { PURCHASE_REASONS } from "@fupin/contract/codes"
import type { Quote } from "@fupin/contract/schemas"
import { Choice, ChoiceGroup, describedBy, Field, Select, Yuan } from "@/components/ui"

interface ChoicesProps<T> {
  options: T[]
  chosen: string
  onChoose: (id: string) => void
  error?: string
}

export function DeliveryChoice({ options, chosen, onChoose, error }: ChoicesProps<Quote["shipping_options"][number]>) {
  return (
    <ChoiceGroup legend={<span className="font-song text-xl font-bold">配送方式</span>}>
      {options.map(({ id, name, description, amount_fen }) => (
        <Choice key={id} name="shipping_option_id" value={id} checked={id === chosen} onChange={() => onChoose(id)} note={description} aria-invalid={error ? true : undefined}>
          <span className="flex justify-between gap-4">{name}<span>{amount_fen === 0 ? "免运费" : <Yuan fen={amount_fen} />}</span></span>
        </Choice>
      ))}
      {options.length === 0 && <p role="alert" className="text-vermilion-deep">这些商品暂时没有可用的配送方式，请联系客服。</p>}
      {error && <p className="text-sm text-vermilion-deep">{error}</p>}
    </ChoiceGroup>
  )
}

export function PaymentChoice({ options, chosen, onChoose, error }: ChoicesProps<Quote["payment_methods"][number]>) {
  return (
    <ChoiceGroup legend={<span className="font-song text-xl font-bold">付款方式</span>}>
      {options.map(({ provider_id, name, description }) => (
        <Choice key={provider_id} name="payment_provider_id" value={provider_id} checked={provider_id === chosen} onChange={() => onChoose(provider_id)} note={description} aria-invalid={error ? true : undefined}>
          {name}
        </Choice>
      ))}
      {options.length === 0 && <p role="alert" className="text-vermilion-deep">暂时没有可用的付款方式，请稍后再试。</p>}
      {error && <p className="text-sm text-vermilion-deep">{error}</p>}
    </ChoiceGroup>
  )
}

/** 以购代捐、以买代帮 (R26): for the reports of whoever buys; price and benefit are the same. A unit says it once for all, and may say otherwise here. */
export function ReasonChoice({ initial, ofUnit = false }: { initial?: string; ofUnit?: boolean }) {
  return (
    <Field id="reason" label="认购缘由" hint="写入消费帮扶证明材料，不影响价格和农户受益">
      <Select key={String(ofUnit)} id="reason" name="reason" defaultValue={initial ?? (ofUnit ? "" : "own_use")} aria-describedby={describedBy("reason", { hint: true })}>
        {ofUnit && <option value="">随单位设定</option>}
        {Object.entries(PURCHASE_REASONS).map(([reason, name]) => <option key={reason} value={reason}>{name}</option>)}
      </Select>
    </Field>
  )
}

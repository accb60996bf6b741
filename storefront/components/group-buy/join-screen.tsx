"use client"

import type { Division, GroupBuy, Quote } from "@fupin/contract/schemas"
import dynamic from "next/dynamic"
import { useState } from "react"
import { AddressFields, type Prefill } from "@/components/checkout/address-fields"
import { DeliveryChoice, PaymentChoice, ReasonChoice } from "@/components/checkout/choices"
import { Totals, TotalsBar } from "@/components/checkout/summary"
import { useDraft } from "@/components/checkout/use-draft"
import { UnitApproval } from "@/components/desk/unit-approval"
import { FormMessage } from "@/components/forms/form-message"
import { useActionForm } from "@/components/forms/use-action-form"
import { Field, Notice, Picture, Price, Select } from "@/components/ui"
import type { CheckoutState } from "@/lib/checkout/actions"
import { joinGroupBuy } from "@/lib/group-buy/actions"
import { momentText } from "@/lib/group-buy/words"

/** Fetched only by those who pay by card. */
const StripeStep = dynamic(() => import("@/components/checkout/stripe-step").then((module) => module.StripeStep), { ssr: false })

interface JoinScreenProps {
  group: GroupBuy
  quantity: number
  quote: Quote
  prefill: Prefill
  provinces: Division[]
  /** Organisations for which the person may buy. */
  units: { id: string; name: string }[]
  formKey: string
  stripeKey: string | null
}

const BLANK: CheckoutState = { values: {}, errors: {}, message: null, stripe: null }
const FORM = "join"

/** Joining on one page: where it goes, how it is paid, and what the money is for. */
export function JoinScreen({ group, quantity, quote, prefill, provinces, units, formKey, stripeKey }: JoinScreenProps) {
  const { state, busy, form } = useActionForm(joinGroupBuy, BLANK)
  const draft = useDraft(form.ref, prefill)
  const methods = quote.payment_methods.filter(({ kind }) => kind !== "stripe" || stripeKey)
  const [delivery, setDelivery] = useState(quote.shipping_options[0]?.id ?? "")
  const [payment, setPayment] = useState(methods[0]?.provider_id ?? "")
  const [unit, setUnit] = useState(state.values.organisation_id ?? "")
  const [key] = useState(formKey)
  const shipping_fen = quote.shipping_options.find(({ id }) => id === delivery)?.amount_fen ?? null
  const total_fen = quote.goods_fen + (shipping_fen ?? 0)
  if (state.stripe && stripeKey) return <StripeStep publishableKey={stripeKey} {...state.stripe} total_fen={total_fen} then="/account/group-buys?joined=1" />
  const submit = { total_fen, busy, blocked: quote.lines.some(({ problem }) => problem), form: FORM }
  const isTransfer = methods.find(({ provider_id }) => provider_id === payment)?.kind === "transfer"
  return (
    <>
      <div className="grid gap-8 lg:grid-cols-[1fr_24rem] lg:grid-rows-[auto_1fr] lg:gap-x-12">
        <div className="lg:col-start-2"><Joined group={group} quantity={quantity} /></div>
        <form id={FORM} {...form} className="grid content-start gap-9 lg:col-start-1 lg:row-span-2 lg:row-start-1">
          <FormMessage state={state} />
          {Object.entries({ form_key: key, group_buy_id: group.id, quantity, shown_total: total_fen }).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)}
          {units.length > 0 && (
            <Field id="organisation_id" label="以谁的名义参团">
              <Select id="organisation_id" name="organisation_id" value={unit} onChange={(event) => setUnit(event.target.value)}>
                <option value="">我自己</option>
                {units.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}
              </Select>
            </Field>
          )}
          {unit !== "" && <UnitApproval organisationId={unit} amountFen={total_fen} />}
          <AddressFields state={state} prefill={draft} provinces={provinces} signedIn={false} />
          <DeliveryChoice options={quote.shipping_options} chosen={delivery} onChoose={setDelivery} error={state.errors.shipping_option_id} />
          <div className="grid gap-3">
            <PaymentChoice options={methods} chosen={payment} onChoose={setPayment} error={state.errors.payment_provider_id} />
            {isTransfer && <Notice title="以到账为准">{momentText(group.ends_at)} 前到账才算参团，没有到账会自动取消。</Notice>}
          </div>
          <ReasonChoice initial={state.values.reason} ofUnit={unit !== ""} />
        </form>
        <div className="lg:col-start-2"><Totals quote={quote} shipping_fen={shipping_fen} {...submit} /></div>
      </div>
      <TotalsBar {...submit} />
    </>
  )
}

/** What is joined, and that the price can only fall. */
function Joined({ group, quantity }: { group: GroupBuy; quantity: number }) {
  return (
    <section aria-labelledby="joined-title" className="grid gap-3 rounded-lg border border-line bg-white p-5">
      <h2 id="joined-title" className="text-xl">{group.title}</h2>
      <div className="grid grid-cols-[3.5rem_1fr_auto] items-center gap-x-3">
        <Picture src={group.thumbnail} alt="" sizes="3.5rem" className="rounded-sm" />
        <p className="min-w-0 text-sm"><span className="block font-semibold">{group.product_title}</span><span className="text-ink-soft">{group.specification} × {quantity}</span></p>
        <Price fen={group.opening_price_fen * quantity} size="sm" />
      </div>
      <p className="text-sm text-ink-soft">先按起团价付款。{momentText(group.ends_at)} 截止后，按达到的阶梯统一结算，差价原路退回；不成团全额退款。</p>
    </section>
  )
}

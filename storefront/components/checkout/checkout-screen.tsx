"use client"

import type { Division, DonationRecipient, Quote } from "@fupin/contract/schemas"
import dynamic from "next/dynamic"
import { useState } from "react"
import { FormMessage } from "@/components/forms/form-message"
import { useActionForm } from "@/components/forms/use-action-form"
import { describedBy, Field, Textarea } from "@/components/ui"
import { type CheckoutState, placeOrder } from "@/lib/checkout/actions"
import type { Prefill } from "./address-fields"
import { DeliveryChoice, PaymentChoice, ReasonChoice } from "./choices"
import { Destination } from "./destination"
import { Goods, Totals, TotalsBar } from "./summary"
import { useDraft } from "./use-draft"

/** Fetched only by those who pay by card. */
const StripeStep = dynamic(() => import("./stripe-step").then((module) => module.StripeStep), { ssr: false })

interface CheckoutScreenProps {
  quote: Quote
  provinces: Division[]
  recipients: DonationRecipient[]
  prefill: Prefill
  formKey: string
  shownCart: string
  stripeKey: string | null
  signedIn: boolean
}

const BLANK: CheckoutState = { values: {}, errors: {}, message: null, stripe: null }
const FORM = "checkout"

/** The whole checkout on one page: address, delivery, payment, remark; the goods and what they come to beside it. */
export function CheckoutScreen({ quote, provinces, recipients, prefill, formKey, shownCart, stripeKey, signedIn }: CheckoutScreenProps) {
  const { state, busy, form } = useActionForm(placeOrder, BLANK)
  const draft = useDraft(form.ref, prefill)
  const methods = quote.payment_methods.filter(({ kind }) => kind !== "stripe" || stripeKey)
  const [delivery, setDelivery] = useState(quote.shipping_options[0]?.id ?? "")
  /** Kept over every refresh: the same purchase sent twice must carry the same key. */
  const [key] = useState(formKey)
  const [payment, setPayment] = useState(methods[0]?.provider_id ?? "")
  const [isGift, setGift] = useState(state.values.destination === "gift")
  const ways = quote.shipping_options.filter(({ is_pickup }) => !isGift || !is_pickup)
  const way = ways.find(({ id }) => id === delivery) ?? ways[0]
  const shipping_fen = way?.amount_fen ?? null
  const total_fen = quote.goods_fen - quote.discount_fen + (shipping_fen ?? 0)
  const remarkError = state.errors.remark

  if (state.stripe && stripeKey) return <StripeStep publishableKey={stripeKey} {...state.stripe} total_fen={total_fen} />
  const submit = { total_fen, busy, blocked: quote.lines.some(({ problem }) => problem), form: FORM }
  return (
    <>
      <div className="grid gap-8 lg:grid-cols-[1fr_24rem] lg:grid-rows-[auto_1fr] lg:gap-x-12">
        <div className="lg:col-start-2"><Goods quote={quote} /></div>
        <form id={FORM} {...form} className="grid content-start gap-9 lg:col-start-1 lg:row-span-2 lg:row-start-1">
          <FormMessage state={state} />
          <input type="hidden" name="form_key" value={key} />
          <input type="hidden" name="shown_cart" value={shownCart} />
          <input type="hidden" name="shown_total" value={total_fen} />
          <Destination state={state} prefill={draft} provinces={provinces} recipients={recipients} signedIn={signedIn} isGift={isGift} onGift={setGift} />
          <DeliveryChoice options={ways} chosen={way?.id ?? ""} onChoose={setDelivery} error={state.errors.shipping_option_id} />
          <PaymentChoice options={methods} chosen={payment} onChoose={setPayment} error={state.errors.payment_provider_id} />
          <ReasonChoice initial={state.values.reason} />
          <Field id="remark" label="给卖家留言" optional error={remarkError}>
            <Textarea id="remark" name="remark" rows={2} maxLength={200} defaultValue={state.values.remark} aria-invalid={remarkError ? true : undefined} aria-describedby={describedBy("remark", { error: remarkError })} className="min-h-20" />
          </Field>
        </form>
        <div className="lg:col-start-2"><Totals quote={quote} shipping_fen={shipping_fen} {...submit} /></div>
      </div>
      <TotalsBar {...submit} />
    </>
  )
}

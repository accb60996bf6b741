"use client"

import { Elements, PaymentElement, useElements, useStripe } from "@stripe/react-stripe-js"
import { loadStripe } from "@stripe/stripe-js/pure"
import { type FormEvent, startTransition, useActionState, useMemo, useState } from "react"
import { Button, Notice, Price } from "@/components/ui"
import { type CheckoutState, completePaidCart } from "@/lib/checkout/actions"

interface StripeStepProps {
  publishableKey: string
  client_secret: string
  cart_id: string
  total_fen: number
  /** Where to go once it is paid; the order, when absent. */
  then?: string
}

/** Stripe's own fields; the card never touches our servers. */
export function StripeStep({ publishableKey, client_secret, ...rest }: StripeStepProps) {
  const stripe = useMemo(() => loadStripe(publishableKey, { locale: "zh" }), [publishableKey])
  return (
    <section aria-labelledby="pay-title" className="mx-auto grid max-w-xl gap-5">
      <h2 id="pay-title" className="text-2xl">在线付款</h2>
      <Elements stripe={stripe} options={{ clientSecret: client_secret, locale: "zh", appearance: { variables: { colorPrimary: "#C2371E", colorText: "#23201B", borderRadius: "6px" } } }}>
        <CardForm {...rest} />
      </Elements>
    </section>
  )
}

const BLANK: CheckoutState = { values: {}, errors: {}, message: null, stripe: null }

function CardForm({ cart_id, total_fen, then }: { cart_id: string; total_fen: number; then?: string }) {
  const [stripe, elements] = [useStripe(), useElements()]
  const [state, complete, completing] = useActionState(completePaidCart, BLANK)
  const [fault, setFault] = useState<string | null>(null)
  const [asking, setAsking] = useState(false)

  const pay = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (!stripe || !elements || asking || completing) return
    const form = new FormData(event.currentTarget)
    setAsking(true)
    setFault(null)
    const return_url = `${window.location.origin}/checkout/return?${new URLSearchParams({ cart_id, ...(then ? { then } : {}) })}`
    const { error } = await stripe.confirmPayment({ elements, confirmParams: { return_url }, redirect: "if_required" })
    setAsking(false)
    if (error) setFault(error.message ?? "付款没有成功，请换一种方式再试")
    else startTransition(() => complete(form))
  }
  return (
    <form onSubmit={(event) => void pay(event)} className="grid gap-5">
      <input type="hidden" name="cart_id" value={cart_id} />
      {then && <input type="hidden" name="then" value={then} />}
      <PaymentElement />
      {(fault ?? state.message) && <Notice tone="problem" title={fault ?? state.message} />}
      <Button type="submit" size="lg" wide busy={!stripe || asking || completing}>付款 <Price fen={total_fen} size="sm" /></Button>
    </form>
  )
}

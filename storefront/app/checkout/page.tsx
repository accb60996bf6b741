import { randomUUID } from "node:crypto"
import type { Metadata } from "next"
import { QuoteFailed } from "@/components/cart/quote-failed"
import { CheckoutScreen } from "@/components/checkout/checkout-screen"
import { ButtonLink, Empty, Notice, Page } from "@/components/ui"
import { readCart } from "@/lib/cart"
import { serializeCart } from "@/lib/cart/lines"
import { getPrefill } from "@/lib/checkout/prefill"
import { getQuote } from "@/lib/checkout/quote"
import { getRecipients } from "@/lib/checkout/recipients"
import { getDivisions } from "@/lib/api"
import { readSession } from "@/lib/session"

export const metadata: Metadata = { title: "结算" }

const CRUMBS = [{ name: "购物车", href: "/cart" }, { name: "结算" }]

export default async function CheckoutPage({ searchParams }: PageProps<"/checkout">) {
  const lines = await readCart()
  if (lines.length === 0) return <Page title="结算"><NothingToPay /></Page>
  const token = await readSession()
  const [quoted, provinces, prefill, recipients] = await Promise.all([getQuote(lines, token), getDivisions(""), getPrefill(token), getRecipients()])
  if (!quoted.ok) return <Page title="结算" crumbs={CRUMBS}><QuoteFailed message={quoted.message} kinds={lines.length} again="/checkout" /></Page>
  const { failed } = await searchParams
  return (
    <Page title="结算" crumbs={CRUMBS}>
      {failed === "payment" && <Notice tone="problem" title="付款没有成功，没有生成订单" className="mb-6">购物车还在，可以换一种付款方式再试。</Notice>}
      <CheckoutScreen quote={quoted.quote} provinces={provinces} recipients={recipients} prefill={prefill} formKey={randomUUID()} shownCart={serializeCart(lines)} stripeKey={process.env.STRIPE_PUBLISHABLE_KEY ?? null} signedIn={token !== null} />
    </Page>
  )
}

function NothingToPay() {
  return <Empty title="购物车是空的" action={<ButtonLink href="/products">去选好物</ButtonLink>}><p>选好商品后再来结算。</p></Empty>
}

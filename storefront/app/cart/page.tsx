import type { Metadata } from "next"
import { CartLine } from "@/components/cart/cart-line"
import { CartBar, CartSummary } from "@/components/cart/cart-summary"
import { UndoRemoval } from "@/components/cart/line-forms"
import { QuoteFailed } from "@/components/cart/quote-failed"
import { ButtonLink, Empty, Page } from "@/components/ui"
import { readCart, readRemoved } from "@/lib/cart"
import { getQuote } from "@/lib/checkout/quote"
import { readSession } from "@/lib/session"

export const metadata: Metadata = { title: "购物车" }

export default async function CartPage() {
  const [lines, removed] = [await readCart(), await readRemoved()]
  const undo = removed && <div className="mb-5"><UndoRemoval /></div>
  if (lines.length === 0) return <Page title="购物车">{undo}<EmptyCart /></Page>
  const quoted = await getQuote(lines, await readSession())
  if (!quoted.ok) return <Page title="购物车">{undo}<QuoteFailed message={quoted.message} kinds={lines.length} again="/cart" /></Page>
  return (
    <Page title="购物车" crumbs={[{ name: "首页", href: "/" }, { name: "购物车" }]}>
      {undo}
      <div className="grid gap-8 lg:grid-cols-[1fr_22rem] lg:items-start lg:gap-12">
        <ul className="divide-y divide-line border-y border-line">{quoted.quote.lines.map((line) => <CartLine key={line.variant_id} line={line} />)}</ul>
        <CartSummary quote={quoted.quote} />
      </div>
      <CartBar quote={quoted.quote} />
    </Page>
  )
}

function EmptyCart() {
  return (
    <Empty title="购物车还是空的" action={<><ButtonLink href="/products">去选好物</ButtonLink><ButtonLink href="/regions" look="secondary">按产地看</ButtonLink></>}>
      <p>每件商品都写明来自哪里、让多少户农家受益。</p>
    </Empty>
  )
}

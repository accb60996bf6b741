"use client"

import type { Quote } from "@fupin/contract/schemas"
import Link from "next/link"
import { Problem } from "@/components/cart/cart-line"
import { FootBar, Row } from "@/components/cart/cart-summary"
import { ExpectedBenefit } from "@/components/cart/expected-benefit"
import { Button, Picture, Price } from "@/components/ui"

/** The goods once more, and what stands in the way of any. */
export function Goods({ quote }: { quote: Quote }) {
  return (
    <section aria-labelledby="goods-title" className="rounded-lg border border-line bg-white p-5">
      <div className="flex items-baseline justify-between"><h2 id="goods-title" className="text-xl">清单</h2><Link href="/cart" className="link py-2 text-sm">回购物车修改</Link></div>
      <ul className="mt-2 divide-y divide-line">
        {quote.lines.map(({ variant_id, title, specification, thumbnail, quantity, total_fen, problem }) => (
          <li key={variant_id} className="grid grid-cols-[3.5rem_1fr_auto] items-center gap-x-3 gap-y-2 py-3">
            <Picture src={thumbnail} alt="" sizes="3.5rem" className="rounded-sm" />
            <p className="min-w-0 text-sm"><span className="block font-semibold">{title}</span><span className="text-ink-soft">{specification} × {quantity}</span></p>
            <Price fen={total_fen} size="sm" />
            {problem && <Problem variantId={variant_id} title={title} quantity={quantity} problem={problem} />}
          </li>
        ))}
      </ul>
    </section>
  )
}

export interface TotalsProps {
  quote: Quote
  shipping_fen: number | null
  total_fen: number
  busy: boolean
  blocked: boolean
  form: string
}

/** What is to be paid, whom it helps, and the one button. */
export function Totals({ quote, shipping_fen, total_fen, ...rest }: TotalsProps) {
  return (
    <section aria-label="应付合计" className="grid gap-4 rounded-lg border border-line bg-white p-5 lg:sticky lg:top-6">
      <dl className="grid gap-2">
        <Row name="商品金额" fen={quote.goods_fen} />
        {quote.discount_fen > 0 && <Row name="优惠" fen={-quote.discount_fen} />}
        {shipping_fen !== null && <Row name="运费" fen={shipping_fen} />}
        <div className="flex items-baseline justify-between border-t border-dashed border-line-strong pt-3"><dt className="font-semibold">应付</dt><dd aria-live="polite"><Price fen={total_fen} size="lg" className="text-vermilion-deep" /></dd></div>
      </dl>
      <ExpectedBenefit benefit={quote.benefit} />
      {rest.blocked && <p className="text-sm font-semibold text-vermilion-deep">请先处理清单里标红的商品</p>}
      <div className="hidden lg:block"><Submit {...rest} wide /></div>
    </section>
  )
}

/** The same button at the foot of a phone's screen. */
export function TotalsBar({ total_fen, ...rest }: Omit<TotalsProps, "quote" | "shipping_fen">) {
  return <FootBar><p className="text-sm text-ink-soft">应付 <Price fen={total_fen} className="text-vermilion-deep" /></p><Submit {...rest} /></FootBar>
}

function Submit({ busy, blocked, form, wide = false }: { busy: boolean; blocked: boolean; form: string; wide?: boolean }) {
  return <Button type="submit" form={form} size={wide ? "lg" : "md"} wide={wide} busy={busy} disabled={blocked}>{busy ? "正在提交…" : "提交订单"}</Button>
}

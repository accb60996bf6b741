import type { Quote } from "@fupin/contract/schemas"
import type { ReactNode } from "react"
import { ButtonLink, Price } from "@/components/ui"
import { ExpectedBenefit } from "./expected-benefit"

/** What it comes to and whom it helps. */
export function CartSummary({ quote }: { quote: Quote }) {
  const blocked = quote.lines.some(({ problem }) => problem)
  const due_fen = quote.goods_fen - quote.discount_fen
  return (
    <aside aria-label="合计" className="lg:sticky lg:top-6">
      <div className="grid gap-4 rounded-lg border border-line bg-white p-5 md:p-6">
        <dl className="grid gap-2">
          <Row name="商品金额" fen={quote.goods_fen} />
          {quote.discount_fen > 0 && <Row name="优惠" fen={-quote.discount_fen} />}
          <div className="flex items-baseline justify-between border-t border-dashed border-line-strong pt-3"><dt className="font-semibold">合计（不含运费）</dt><dd><Price fen={due_fen} /></dd></div>
        </dl>
        <ExpectedBenefit benefit={quote.benefit} />
        <div className="hidden lg:block"><CheckoutLink blocked={blocked} /></div>
      </div>
    </aside>
  )
}

/** On a phone total and action stay in reach at the foot of the screen. */
export function CartBar({ quote }: { quote: Quote }) {
  return (
    <FootBar>
      <p className="text-sm text-ink-soft">合计 <Price fen={quote.goods_fen - quote.discount_fen} className="text-ink" /></p>
      <CheckoutLink blocked={quote.lines.some(({ problem }) => problem)} />
    </FootBar>
  )
}

/** Sticks to the foot of a phone's screen as long as its page is in view, and covers nothing below it. */
export function FootBar({ children }: { children: ReactNode }) {
  return <div className="no-print sticky bottom-0 z-40 -mx-4 mt-8 flex items-center justify-between gap-4 border-t border-line bg-paper px-4 py-2.5 pb-[max(0.625rem,env(safe-area-inset-bottom))] lg:hidden">{children}</div>
}

function CheckoutLink({ blocked }: { blocked: boolean }) {
  return blocked
    ? <p className="text-sm font-semibold text-vermilion-deep lg:text-center">请先处理标红的商品</p>
    : <ButtonLink href="/checkout" className="lg:w-full">去结算</ButtonLink>
}

export function Row({ name, fen }: { name: string; fen: number }) {
  return <div className="flex items-baseline justify-between gap-4"><dt className="text-ink-soft">{name}</dt><dd><Price fen={fen} size="sm" className="font-medium" /></dd></div>
}

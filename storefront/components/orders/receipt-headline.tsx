import type { OrderBenefit } from "@fupin/contract/schemas"
import { headlineOf } from "@/lib/orders/receipt"

/** The sentence one would like to share; its amount leads to the households below. */
export function ReceiptHeadline({ benefit }: { benefit: OrderBenefit }) {
  const headline = headlineOf(benefit)
  if (!headline) return <p className="font-song text-2xl leading-snug font-bold">谢谢您，这一单已经收好</p>
  const { before, place, after, amount } = headline
  return (
    <p className="font-song text-2xl leading-snug font-bold text-balance md:text-4xl md:leading-tight">
      {before}<span className="inline-block">{place}</span><span className="inline-block">{after}</span>
      {amount && <> <a href="#households" className="figures text-leaf underline decoration-2 underline-offset-8 hover:text-leaf-deep">{amount}</a></>}
    </p>
  )
}

"use client"

import type { BenefitPreview } from "@fupin/contract/schemas"
import { useActionState, useEffect, useState } from "react"
import { Button } from "@/components/ui/button"
import { Choice, ChoiceGroup } from "@/components/ui/field"
import { Price } from "@/components/ui/price"
import { toast } from "@/components/ui/toast"
import type { ProductVariant } from "@/lib/api/product"
import { addToCart } from "@/lib/cart/actions"
import { BenefitLine } from "./benefit-line"
import { QuantityStepper } from "./quantity-stepper"
import { usePreview } from "./use-preview"

interface BuyBoxProps {
  variants: ProductVariant[]
  firstId: string
  /** Of one piece of the first variant. */
  preview: BenefitPreview
}

const ORDER_MAX = 9999

/** Specification, quantity, expected benefit and the two buttons. A plain form: it also works before scripts arrive. */
export function BuyBox({ variants, firstId, preview }: BuyBoxProps) {
  const [variantId, setVariantId] = useState(firstId)
  const [quantity, setQuantity] = useState(1)
  const [answer, submit, busy] = useActionState(addToCart, null)
  const variant = variants.find(({ id }) => id === variantId) ?? variants[0]!
  const most = Math.min(variant.available ?? ORDER_MAX, ORDER_MAX)
  const pieces = Math.max(1, Math.min(quantity, most))
  const expected = usePreview({ variantId, quantity: pieces }, { variantId: firstId, quantity: 1, preview })
  useEffect(() => {
    if (answer) toast(answer.message)
  }, [answer])
  const soldOut = most === 0
  return (
    <form action={submit} className="mt-5 grid gap-6">
      <p className="text-vermilion"><span className="sr-only">价格 </span><Price fen={variant.price_fen} size="lg" /></p>
      <ChoiceGroup legend="规格" className="sm:grid-cols-2 md:grid-cols-1 lg:grid-cols-2">
        {variants.map(({ id, specification, price_fen, available }) => (
          <Choice key={id} name="variant_id" value={id} checked={id === variantId} onChange={() => setVariantId(id)} disabled={available === 0}>
            <span className="flex flex-wrap items-baseline justify-between gap-x-3">{specification || "标准"}{available === 0 ? <span className="text-sm text-ink-soft">已售罄</span> : <Price fen={price_fen} size="sm" className="font-normal! text-ink-soft" />}</span>
          </Choice>
        ))}
      </ChoiceGroup>
      <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
        <QuantityStepper value={pieces} most={most} onChange={setQuantity} />
        {variant.available !== null && variant.available <= 20 && <p className="text-sm text-vermilion-deep">{soldOut ? "已售罄" : `还剩 ${variant.available} 份`}</p>}
      </div>
      {!soldOut && <BenefitLine quantity={pieces} {...expected} />}
      <div className="no-print fixed inset-x-0 bottom-0 z-40 border-t border-line bg-paper/95 px-4 pt-3 pb-[max(0.75rem,env(safe-area-inset-bottom))] backdrop-blur-sm md:static md:border-0 md:bg-transparent md:p-0 md:backdrop-blur-none">
        <div className="mx-auto flex max-w-lg items-center gap-3 md:max-w-none">
          <p className="mr-auto leading-tight md:hidden"><span className="block text-xs text-ink-soft">{pieces} 份共</span><Price fen={variant.price_fen * pieces} /></p>
          <Button type="submit" look="secondary" busy={busy} disabled={soldOut} className="px-4! md:flex-1">加入购物车</Button>
          <Button type="submit" name="then" value="checkout" busy={busy} disabled={soldOut} className="px-4! md:flex-1">{soldOut ? "已售罄" : "立即购买"}</Button>
        </div>
      </div>
    </form>
  )
}

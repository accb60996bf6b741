"use client"

import { useState } from "react"
import { QuantityStepper } from "@/components/product/quantity-stepper"
import { Button, Price } from "@/components/ui"

/** How many, what that costs now, and the one button. A plain form: it works before scripts arrive. */
export function JoinBar({ id, price_fen, most }: { id: string; price_fen: number; most: number }) {
  const [quantity, setQuantity] = useState(1)
  const pieces = Math.max(1, Math.min(quantity, most))
  const form = "join-group-buy"
  return (
    <>
      <form id={form} action={`/group-buys/${id}/join`} className="grid gap-4">
        <div className="flex flex-wrap items-center justify-between gap-x-5 gap-y-2">
          <QuantityStepper value={pieces} most={most} onChange={setQuantity} />
          <p className="text-sm text-ink-soft max-lg:hidden">先付 <Price fen={price_fen * pieces} className="text-vermilion-deep" /></p>
        </div>
        <Button type="submit" size="lg" wide className="max-lg:hidden">我要参团</Button>
      </form>
      <div className="no-print fixed inset-x-0 bottom-0 z-40 flex items-center justify-between gap-4 border-t border-line bg-paper px-4 py-2.5 pb-[max(0.625rem,env(safe-area-inset-bottom))] lg:hidden">
        <p className="text-sm text-ink-soft">{pieces} 份先付 <Price fen={price_fen * pieces} className="text-vermilion-deep" /></p>
        <Button type="submit" form={form}>我要参团</Button>
      </div>
    </>
  )
}

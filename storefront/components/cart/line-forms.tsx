"use client"

import { useActionState } from "react"
import { Button } from "@/components/ui"
import { removeLine, setQuantity, undoRemoval } from "@/lib/cart/actions"

/** 移除. What was removed can be put back above the list. */
export function RemoveButton({ variantId, title, look = "quiet" }: { variantId: string; title: string; look?: "quiet" | "secondary" }) {
  const [, act, busy] = useActionState(removeLine, null)
  return (
    <form action={act}>
      <input type="hidden" name="variant_id" value={variantId} />
      <Button type="submit" look={look} size="sm" busy={busy} aria-label={`移除${title}`} className={look === "quiet" ? "px-0! font-normal! text-ink-soft" : undefined}>移除</Button>
    </form>
  )
}

/** 改为 n 份: as many as can still be had. */
export function ReduceButton({ variantId, title, available }: { variantId: string; title: string; available: number }) {
  const [, act, busy] = useActionState(setQuantity, null)
  return (
    <form action={act}>
      <input type="hidden" name="variant_id" value={variantId} />
      <input type="hidden" name="quantity" value={available} />
      <Button type="submit" size="sm" busy={busy} aria-label={`把${title}改为 ${available} 份`}>改为 {available} 份</Button>
    </form>
  )
}

export function UndoRemoval() {
  return (
    <form action={undoRemoval} className="flex flex-wrap items-center justify-between gap-3 rounded-md border border-line bg-white px-4 py-2" role="status">
      <span>已从购物车移除一种商品</span>
      <Button type="submit" look="secondary" size="sm">撤销</Button>
    </form>
  )
}

"use server"

import { refresh } from "next/cache"
import { redirect } from "next/navigation"
import { readCart, readRemoved, writeCart } from "./cookie"
import { LINES_MAX, lineFrom, withAdded, without, withQuantity, withRestored } from "./lines"

/** What a cart action answers: how many pieces there are now and a sentence for the reader. */
export interface CartAnswer {
  ok: boolean
  count: number
  message: string
}

/** Fields `variant_id`, `quantity`; with `then=checkout` it goes on to pay. For `useActionState` or a plain form. */
export async function addToCart(_previous: CartAnswer | null, form: FormData): Promise<CartAnswer> {
  const lines = await readCart()
  const added = lineFrom(form.get("variant_id"), form.get("quantity") ?? "1")
  if (!added) return answer(false, lines, "数量应为 1 到 9999 之间的整数")
  const changed = withAdded(lines, added)
  if (!changed) return answer(false, lines, `购物车最多放 ${LINES_MAX} 种商品，请先结算一部分`)
  await writeCart(changed)
  if (form.get("then") === "checkout") redirect("/checkout")
  refresh()
  return answer(true, changed, `已加入购物车，共 ${pieces(changed)} 件`)
}

/** Fields `variant_id`, `quantity`. */
export async function setQuantity(_previous: CartAnswer | null, form: FormData): Promise<CartAnswer> {
  const lines = await readCart()
  const wanted = lineFrom(form.get("variant_id"), form.get("quantity"))
  if (!wanted) return answer(false, lines, "数量应为 1 到 9999 之间的整数")
  const changed = withQuantity(lines, wanted.variant_id, wanted.quantity)
  await writeCart(changed)
  refresh()
  return answer(true, changed, "数量已更新")
}

/** Field `variant_id`. The line can be put back with `undoRemoval` for ten minutes. */
export async function removeLine(_previous: CartAnswer | null, form: FormData): Promise<CartAnswer> {
  const { lines, removed } = without(await readCart(), String(form.get("variant_id")))
  await writeCart(lines, removed)
  refresh()
  return answer(true, lines, "已移除")
}

export async function undoRemoval(): Promise<void> {
  const removed = await readRemoved()
  if (removed) await writeCart(withRestored(await readCart(), removed))
  refresh()
}

function answer(ok: boolean, lines: { quantity: number }[], message: string): CartAnswer {
  return { ok, count: pieces(lines), message }
}

function pieces(lines: { quantity: number }[]): number {
  return lines.reduce((sum, { quantity }) => sum + quantity, 0)
}

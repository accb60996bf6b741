import "server-only"
import { cookies } from "next/headers"
import { type CartLine, parseCart, parseRemoved, type RemovedLine, serializeCart, serializeRemoved } from "./lines"

const CART = "cart"
const UNDO = "cart_undo"
const DAY_SECONDS = 86_400
const KEEP = { httpOnly: true, sameSite: "lax", path: "/" } as const

/** The lines in this visitor's cart, in the order they were put there. */
export async function readCart(): Promise<CartLine[]> {
  return parseCart((await cookies()).get(CART)?.value)
}

/** How many pieces the cart holds, for the header. */
export async function countCart(): Promise<number> {
  return (await readCart()).reduce((sum, { quantity }) => sum + quantity, 0)
}

/** The line that was removed last, while it can still be put back. */
export async function readRemoved(): Promise<RemovedLine | null> {
  return parseRemoved((await cookies()).get(UNDO)?.value)
}

export async function writeCart(lines: readonly CartLine[], removed: RemovedLine | null = null): Promise<void> {
  const jar = await cookies()
  if (lines.length > 0) jar.set(CART, serializeCart(lines), { ...KEEP, maxAge: 60 * DAY_SECONDS })
  else jar.delete(CART)
  if (removed) jar.set(UNDO, serializeRemoved(removed), { ...KEEP, maxAge: 600 })
  else if (jar.has(UNDO)) jar.delete(UNDO)
}

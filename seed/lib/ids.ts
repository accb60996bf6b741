import { createHmac } from "node:crypto"

/** An order's id that nobody can guess: whoever has it may read a guest's order. The same key always gets the same id. */
export function orderIdOf(key: string): string {
  const secret = process.env.BLIND_INDEX_KEY
  if (!secret) throw new Error("BLIND_INDEX_KEY is needed to name orders")
  return `order_${createHmac("sha256", secret).update(`seed ${key}`).digest("hex").slice(0, 32)}`
}

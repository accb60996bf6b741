import { createHmac } from "node:crypto"

/**
 * The id of the order by which an occurrence buys from one seller: always the same, so a repeated run finds it,
 * and keyed, so nobody can count their way to it. `key` is BLIND_INDEX_KEY in hex.
 */
export function orderIdOf(key: string, occurrenceId: string, sellerId: string): string {
  return `order_${createHmac("sha256", Buffer.from(key, "hex")).update(`standing-order\n${occurrenceId}\n${sellerId}`).digest("hex").slice(0, 32)}`
}

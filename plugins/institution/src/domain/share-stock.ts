export interface StockRequest {
  id: string
  quantity: number
}

/**
 * Shares `available` pieces among requests in proportion to what each asked for; what the rounding leaves goes to the
 * largest remainders, then to the smaller request, so that who comes first in a table decides nothing. Never more than asked.
 */
export function shareStock(requests: StockRequest[], available: number): Map<string, number> {
  const asked = requests.reduce((sum, { quantity }) => sum + quantity, 0)
  const held = Math.max(0, Math.floor(available))
  if (asked <= held) return new Map(requests.map(({ id, quantity }) => [id, quantity]))
  const shares = requests.map(({ id, quantity }) => ({ id, quantity, share: Math.floor((quantity * held) / asked), rest: (quantity * held) % asked }))
  const left = held - shares.reduce((sum, { share }) => sum + share, 0)
  const order = [...shares].sort((one, other) => other.rest - one.rest || one.quantity - other.quantity || (one.id < other.id ? -1 : 1))
  for (const lucky of order.slice(0, left)) lucky.share += 1
  return new Map(shares.map(({ id, share }) => [id, share]))
}

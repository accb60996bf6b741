import type { ShortageRule } from "@fupin/contract/schemas"

export interface StockRequest {
  id: string
  quantity: number
  /** What it counts for in the sharing, where that is more than it still asks for. */
  weight?: number
  /** A school, hospital or home: first where the rule says so. */
  is_preferred?: boolean
}

/**
 * Shares `available` pieces among requests by the producer's stated rule: in proportion to what each asked for, or to the preferred
 * first and among each group in proportion. Never more than asked.
 */
export function shareStock(requests: StockRequest[], available: number, rule: ShortageRule = "pro_rata"): Map<string, number> {
  if (rule === "pro_rata") return shareInProportion(requests, available)
  const first = shareInProportion(requests.filter(({ is_preferred }) => is_preferred), available)
  const left = available - [...first.values()].reduce((sum, share) => sum + share, 0)
  const then = shareInProportion(requests.filter(({ is_preferred }) => !is_preferred), left)
  return new Map([...first, ...then])
}

/**
 * Whoever's part would be more than asked is served in full, the others share the rest. What the rounding leaves goes to the largest
 * remainders, then to the smaller request, so that who comes first in a table decides nothing.
 */
function shareInProportion(requests: StockRequest[], available: number): Map<string, number> {
  const held = Math.max(0, Math.floor(available))
  const weights = requests.reduce((sum, one) => sum + weightOf(one), 0)
  const served = requests.filter((one) => one.quantity * weights <= weightOf(one) * held)
  if (served.length > 0) {
    const rest = shareInProportion(requests.filter((one) => !served.includes(one)), held - served.reduce((sum, { quantity }) => sum + quantity, 0))
    return new Map([...served.map(({ id, quantity }) => [id, quantity] as const), ...rest])
  }
  const shares = requests.map((one) => ({ ...one, share: Math.floor((weightOf(one) * held) / weights), rest: (weightOf(one) * held) % weights }))
  const left = held - shares.reduce((sum, { share }) => sum + share, 0)
  const order = [...shares].sort((one, other) => other.rest - one.rest || one.quantity - other.quantity || (one.id < other.id ? -1 : 1))
  for (const lucky of order.slice(0, left)) lucky.share += 1
  return new Map(shares.map(({ id, share }) => [id, share]))
}

const weightOf = ({ quantity, weight = quantity }: StockRequest): number => weight

/** One bound on goods: what can be had, of which deliveries that ask for them, and what to say when it does not suffice. */
export interface Bound {
  available: number
  requests: StockRequest[]
  rule: ShortageRule
  reason: string
}

export interface Share {
  quantity: number
  reason: string
}

/** What each delivery gets of one product under all bounds on it (stock, harvest pledges, the term's ceiling): the least of its shares, with that bound's reason. */
export function shareWithin(bounds: Bound[]): Map<string, Share> {
  const shares = new Map<string, Share>()
  for (const { available, requests, rule, reason } of bounds) {
    for (const [id, quantity] of shareStock(requests, available, rule)) {
      const held = shares.get(id)
      if (!held || quantity < held.quantity) shares.set(id, { quantity, reason })
    }
  }
  return shares
}

const PREFERRED = new Set(["school", "hospital", "care_home"])

/** Whom the rule 学校、医院、养老机构优先 puts first. */
export const isPreferred = (kind: string): boolean => PREFERRED.has(kind)

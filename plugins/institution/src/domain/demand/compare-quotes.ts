import type { DemandLineInput, Standing } from "@fupin/contract/schemas"

export interface QuotedGoods {
  line: number
  variant_id: string
  unit_price_fen: number
  /** Thousandths of the demand's unit in one of the goods. */
  content_milli: number
}

export interface PricedGoods extends QuotedGoods {
  /** Whole goods that cover what is asked over the term. */
  quantity: number
  total_fen: number
  is_above_limit: boolean
}

/** What a quote's goods cost when they cover all that is asked. A limit is compared per unit asked for, exactly. */
export function priceQuote(asked: readonly Pick<DemandLineInput, "quantity" | "limit_fen">[], goods: readonly QuotedGoods[]): PricedGoods[] {
  return goods.map((one) => {
    const { quantity: units, limit_fen } = asked[one.line]!
    const quantity = Number((BigInt(units) * 1000n + BigInt(one.content_milli) - 1n) / BigInt(one.content_milli))
    const isAbove = limit_fen !== null && BigInt(one.unit_price_fen) * 1000n > BigInt(limit_fen) * BigInt(one.content_milli)
    return { ...one, quantity, total_fen: quantity * one.unit_price_fen, is_above_limit: isAbove }
  })
}

export interface Offer {
  id: string
  valid_to: string
  quoted_at: Date
  lines: readonly Pick<PricedGoods, "line" | "total_fen" | "is_above_limit">[]
  benefit_fen: number
}

/** Two offers are on equal terms (同等条件) when they differ by no more than this from the lowest, in ten-thousandths. */
export const EQUAL_TERMS_BP = 100

/**
 * Offers, best first, each with why it stands there. Those that cover everything within the limits come first, the lowest of them
 * ahead; among those on equal terms with the lowest, what brings more to households is preferred (同等条件下优先). Ties fall to the earlier.
 */
export function compareOffers(lineCount: number, offers: readonly Offer[], today: string): { id: string; total_fen: number; standing: Standing }[] {
  const priced = offers.map((offer) => ({ ...offer, total_fen: offer.lines.reduce((sum, { total_fen }) => sum + total_fen, 0), flaw: flawOf(offer, lineCount, today) }))
  const sound = priced.filter(({ flaw }) => flaw === null)
  const lowest = Math.min(...sound.map(({ total_fen }) => total_fen))
  const isEqual = (total_fen: number) => BigInt(total_fen) * 10_000n <= BigInt(lowest) * BigInt(10_000 + EQUAL_TERMS_BP)
  const equal = sound.filter(({ total_fen }) => isEqual(total_fen)).sort((a, b) => b.benefit_fen - a.benefit_fen || a.total_fen - b.total_fen || earlier(a, b))
  const dearer = sound.filter(({ total_fen }) => !isEqual(total_fen)).sort((a, b) => a.total_fen - b.total_fen || b.benefit_fen - a.benefit_fen || earlier(a, b))
  const flawed = priced.filter(({ flaw }) => flaw !== null).sort((a, b) => FLAWS.indexOf(a.flaw!) - FLAWS.indexOf(b.flaw!) || a.total_fen - b.total_fen || earlier(a, b))
  return [
    ...equal.map((offer, place) => ({ ...shown(offer), standing: place > 0 ? "equal_terms" as const : offer.total_fen === lowest ? "lowest" as const : "equal_terms_more_benefit" as const })),
    ...dearer.map((offer) => ({ ...shown(offer), standing: "dearer" as const })),
    ...flawed.map((offer) => ({ ...shown(offer), standing: offer.flaw! })),
  ]
}

const FLAWS: Standing[] = ["above_limit", "incomplete", "expired"]
const shown = ({ id, total_fen }: { id: string; total_fen: number }) => ({ id, total_fen })
const earlier = (a: Offer, b: Offer) => a.quoted_at.getTime() - b.quoted_at.getTime() || (a.id < b.id ? -1 : 1)

function flawOf({ valid_to, lines }: Offer, lineCount: number, today: string): Standing | null {
  if (valid_to < today) return "expired"
  if (new Set(lines.map(({ line }) => line)).size < lineCount) return "incomplete"
  return lines.some(({ is_above_limit }) => is_above_limit) ? "above_limit" : null
}

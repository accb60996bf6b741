import { fenFromYuan, kilogramFen } from "@fupin/contract/money"
import type { Demand, DemandQuoteInput } from "@fupin/contract/schemas"
import type { Picked } from "../agreements/product-search"

export interface QuotedDraft {
  variant_id: string
  title: string
  /** Of the demand's lines, as the choice holds it. */
  line: string
  price: string
  content: string
}

export interface QuoteDraft {
  producer_id: string
  valid_to: string
  note: string
  lines: QuotedDraft[]
  deductions: { criterion: string; amount: string }[]
}

export const BLANK_QUOTE: QuoteDraft = { producer_id: "", valid_to: "", note: "", lines: [], deductions: [] }

/** Goods as picked, for the first line of the demand that has none yet. */
export function quotedFrom({ variant_id, title, specification, price }: Picked, demand: Demand, held: QuotedDraft[]): QuotedDraft {
  const free = demand.lines.findIndex((_, index) => !held.some(({ line }) => line === String(index)))
  return { variant_id, title: `${title} ${specification}`, line: String(Math.max(0, free)), price: demand.bulk ? "" : price, content: demand.bulk ? "1" : "" }
}

/** What was typed, as the contract reads it; what is no number stays none, so that its field is told. */
export function quoteOf({ lines, deductions, ...draft }: QuoteDraft, isBulk: boolean): DemandQuoteInput {
  const priceOf = (price: string) => (isBulk ? (kilogramFen(fenOf(price)) ?? Number.NaN) : fenOf(price))
  return {
    ...draft, lines: lines.map(({ variant_id, line, price, content }) => ({ variant_id, line: Number(line), unit_price_fen: priceOf(price), content_milli: milliOf(content) })),
    deductions: deductions.map(({ criterion, amount }) => ({ criterion, per_tonne_fen: fenOf(amount) })),
  }
}

const fenOf = (yuan: string): number => (/^\d{1,7}(\.\d{1,2})?$/.test(yuan) ? fenFromYuan(yuan) : Number.NaN)
const milliOf = (text: string): number => (/^\d{1,6}(\.\d{1,3})?$/.test(text) ? Math.round(Number(text) * 1000) : Number.NaN)

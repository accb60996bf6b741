import { BULK_UNIT, type Decision, no, yes } from "@fupin/contract/codes"
import { kilogramFen } from "@fupin/contract/money"
import type { BulkTerms, DemandLineInput, DemandState, DemandQuoteInput, Standing } from "@fupin/contract/schemas"
import { KILOGRAM } from "../negotiation"

/** As stored; an open one is compared once its last day for quotes is over. */
export type DemandStage = "open" | "chosen" | "withdrawn"

/** What people call its state on a day. */
export function demandStateOn(stage: DemandStage, quoteBy: string, today: string): DemandState {
  return stage === "open" && today > quoteBy ? "comparing" : stage
}

export interface DemandTerms {
  from_day: string
  to_day: string
  quote_by: string
  lines: readonly Pick<DemandLineInput, "unit" | "quantity">[]
  bulk: BulkTerms | null
}

type DemandError = "end_before_start" | "quote_by_late" | "demand_bulk_one_line" | "demand_batches_differ" | "demand_batch_outside"

/** Quotes are asked for until some day before goods are wanted. Raw material (R34) is one line in kilograms, whose batches add up to it, one in a month of the term. */
export function decideDemand({ from_day, to_day, quote_by, lines, bulk }: DemandTerms, today: string): Decision<true, DemandError> {
  if (to_day < from_day) return no("end_before_start")
  if (quote_by < today || quote_by >= from_day) return no("quote_by_late")
  if (bulk === null) return yes(true)
  const [line, ...others] = lines
  if (others.length > 0 || line?.unit !== BULK_UNIT) return no("demand_bulk_one_line")
  const months = bulk.batches.map(({ month }) => month)
  if (repeats(months) || months.some((month) => month < from_day.slice(0, 7) || month > to_day.slice(0, 7))) return no("demand_batch_outside")
  return bulk.batches.reduce((sum, { quantity }) => sum + quantity, 0) === line.quantity ? yes(true) : no("demand_batches_differ")
}

const repeats = (values: unknown[]): boolean => new Set(values).size < values.length

export interface OfferedGoods {
  producer_id: string | null
  is_certified: boolean
  /** From where the demand asks for. */
  is_from_there: boolean
  weight_grams: number | null
}

type QuoteError = "demand_closed" | "quoting_ended" | "quote_gone" | "quote_line_unknown" | "duplicate_line" | "unknown_variant" | "not_from_this_producer" | "quote_not_certified" | "quote_wrong_origin" | "quote_not_a_kilogram" | "quote_tonne_price" | "quote_deductions_unasked"

/** Whether a producer may offer this: in time, its own certified goods, from where they are asked, each line and each of the goods once. */
export function decideQuote(
  demand: { stage: DemandStage; quote_by: string; line_count: number; is_bulk: boolean }, quote: DemandQuoteInput, goods: Map<string, OfferedGoods>, today: string,
): Decision<true, QuoteError> {
  if (demand.stage !== "open") return no("demand_closed")
  if (today > demand.quote_by) return no("quoting_ended")
  if (quote.valid_to <= demand.quote_by) return no("quote_gone", "报价的有效期应到截止日之后")
  if (quote.lines.some(({ line }) => line >= demand.line_count)) return no("quote_line_unknown")
  if (repeats(quote.lines.map(({ line }) => line)) || repeats(quote.lines.map(({ variant_id }) => variant_id))) return no("duplicate_line")
  const faults = quote.lines.map(({ variant_id }) => faultOf(goods.get(variant_id), quote.producer_id))
  const [fault] = faults.filter((one) => one !== null)
  return fault ? no(fault) : demand.is_bulk ? decideBulkQuote(quote, goods) : quote.deductions.length > 0 ? no("quote_deductions_unasked") : yes(true)
}

/** Raw material is settled by the kilogram: one of the goods is one, and what is taken off a tonne is whole fen a kilogram too. */
function decideBulkQuote(quote: DemandQuoteInput, goods: Map<string, OfferedGoods>): Decision<true, QuoteError> {
  if (quote.lines.some(({ variant_id, content_milli }) => content_milli !== 1000 || goods.get(variant_id)!.weight_grams !== KILOGRAM)) return no("quote_not_a_kilogram")
  return quote.deductions.some(({ per_tonne_fen }) => kilogramFen(per_tonne_fen) === null) ? no("quote_tonne_price") : yes(true)
}

function faultOf(goods: OfferedGoods | undefined, producerId: string): QuoteError | null {
  if (!goods) return "unknown_variant"
  if (goods.producer_id !== producerId) return "not_from_this_producer"
  if (!goods.is_certified) return "quote_not_certified"
  return goods.is_from_there ? null : "quote_wrong_origin"
}

/** Whether a quote may be chosen: quotes are open, it still holds, and there is a reason where it does not stand first. */
export function decideChoice(
  demand: { state: DemandState }, ranked: readonly { id: string; standing: Standing }[], choice: { quote_id: string; reason: string },
): Decision<true, "demand_closed" | "quotes_sealed" | "quote_gone" | "choice_reason_required"> {
  if (demand.state === "chosen" || demand.state === "withdrawn") return no("demand_closed")
  if (demand.state === "open") return no("quotes_sealed")
  const place = ranked.findIndex(({ id }) => id === choice.quote_id)
  if (place < 0 || ranked[place]!.standing === "expired") return no("quote_gone")
  return place > 0 && choice.reason.length < 2 ? no("choice_reason_required") : yes(true)
}

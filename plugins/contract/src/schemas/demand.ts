import { z } from "zod"
import { BusinessDate, FenAmount, Period, RegionCode } from "./common.js"
import { Id, PlainText, Weekdays } from "./supply-terms.js"

const Price = z.number().int().min(1).max(100_000_000)

/** What is sought, in the buyer's own words; goods are named by those who quote. */
export const DemandLineInput = z.strictObject({
  name: PlainText(40).min(1, "请填写品名"),
  /** Grade, packing and whatever else is asked for. */
  requirement: PlainText(40).default(""),
  unit: PlainText(8).min(1, "请填写单位，如：千克"),
  /** Over the whole term. */
  quantity: z.number().int().min(1, "数量应为正整数").max(9_999_999),
  /** Not more than this for one unit. */
  limit_fen: Price.nullable().default(null),
})
export type DemandLineInput = z.infer<typeof DemandLineInput>

/** 到厂价, or 产地交货: where the seller's duty and cost end. */
export const BulkDelivery = z.enum(["at_plant", "at_origin"])
export type BulkDelivery = z.infer<typeof BulkDelivery>

/** 原料按吨询价 (R34): one raw material, in kilograms, month by month, by a stated standard. Prices are per kilogram in whole fen, so that one per tonne goes by tens of yuan. */
export const BulkTerms = z.strictObject({
  inspection: PlainText(80).min(2, "请填写检验标准"), delivery: BulkDelivery,
  batches: z.array(z.strictObject({ month: Period, quantity: z.number().int().min(1, "请填写吨数，精确到公斤").max(9_999_999) })).min(1, "请至少填写一批").max(12),
})
export type BulkTerms = z.infer<typeof BulkTerms>

/** `POST /store/institution/demands` (采购需求), by buyers. Quotes are opened to the buyer when the day of `quote_by` is over. */
export const DemandInput = z.strictObject({
  organisation_id: Id,
  title: PlainText(60).min(2, "请填写标题"),
  from_day: BusinessDate, to_day: BusinessDate, weekdays: Weekdays,
  quote_by: BusinessDate,
  /** Goods must come from here (东西部协作、定点帮扶); null: from anywhere. */
  origin_code: RegionCode.nullable().default(null),
  note: PlainText(200).default(""),
  lines: z.array(DemandLineInput).min(1, "请至少填写一种商品").max(30),
  bulk: BulkTerms.nullable().default(null),
})
export type DemandInput = z.infer<typeof DemandInput>

/** What is taken off each tonne where a quality falls short: 水分每超 1%. Stated for both sides; a price agreed on delivery follows it. */
export const QualityDeduction = z.strictObject({ criterion: PlainText(40).min(2, "请写明扣价的条件"), per_tonne_fen: Price })
export type QualityDeduction = z.infer<typeof QualityDeduction>

/** `POST /admin/institution/demands/:id/quotes` (报价): what one producer offers; it takes the place of the producer's earlier quote. */
export const DemandQuoteInput = z.strictObject({
  producer_id: Id, valid_to: BusinessDate, note: PlainText(200).default(""),
  lines: z.array(z.strictObject({
    /** Of the demand's lines, counted from 0. */
    line: z.number().int().min(0).max(29),
    variant_id: Id,
    unit_price_fen: Price,
    /** Thousandths of the demand's unit in one of the goods: a bag of 5 千克 holds 5000. */
    content_milli: z.number().int().min(1, "请填写每件含量").max(1_000_000_000),
  })).min(1, "请至少报一种商品").max(30),
  deductions: z.array(QualityDeduction).max(10).default([]),
})
export type DemandQuoteInput = z.infer<typeof DemandQuoteInput>

/** `POST /store/institution/demands/:id/choice`: the reason is needed when another quote stands first. */
export const DemandChoice = z.strictObject({ quote_id: Id, reason: PlainText(120).default("") })
export type DemandChoice = z.infer<typeof DemandChoice>

export const DemandState = z.enum(["open", "comparing", "chosen", "withdrawn"])
export type DemandState = z.infer<typeof DemandState>

const QuotedLine = z.object({
  line: z.number(), variant_id: z.string(), title: z.string(), specification: z.string(), unit_price_fen: FenAmount, content_milli: z.number(),
  /** How many of the goods cover what is asked, and what they cost. */
  quantity: z.number(), total_fen: FenAmount, is_above_limit: z.boolean(),
})

/** Why a quote stands where it stands. */
export const Standing = z.enum(["lowest", "equal_terms_more_benefit", "equal_terms", "dearer", "above_limit", "incomplete", "expired"])
export type Standing = z.infer<typeof Standing>

export const DemandQuote = z.object({
  id: z.string(), producer: z.object({ id: z.string(), name: z.string() }), place: z.string(), valid_to: z.string(), note: z.string(), quoted_at: z.string(),
  lines: z.array(QuotedLine), total_fen: FenAmount, deductions: z.array(QualityDeduction),
  /** What the whole term would bring to households, by the agreements in force today; an expectation, never in the ledger. */
  benefit_fen: FenAmount, households: z.number(), standing: Standing,
})
export type DemandQuote = z.infer<typeof DemandQuote>

/** `GET /store/institution/demands?organisation_id=` → `{ demands }`; with an id `{ demand }`. */
export const Demand = z.object({
  id: z.string(), number: z.string(), organisation_id: z.string(), organisation_name: z.string(), title: z.string(), state: DemandState,
  from_day: z.string(), to_day: z.string(), weekdays: z.array(z.number()), quote_by: z.string(), origin: z.object({ code: z.string(), name: z.string() }).nullable(), note: z.string(),
  lines: z.array(DemandLineInput), bulk: BulkTerms.nullable(), created_at: z.string(),
  quote_count: z.number(),
  /** Best first; empty until they are opened. Staff see those of producers in their regions at any time. */
  quotes: z.array(DemandQuote),
  chosen: z.object({ quote_id: z.string(), reason: z.string(), at: z.string(), agreement_id: z.string().nullable() }).nullable(),
})
export type Demand = z.infer<typeof Demand>

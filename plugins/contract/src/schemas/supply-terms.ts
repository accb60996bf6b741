import { z } from "zod"
import { Period, Quantity } from "./common.js"

/** What people type into a form: no markup, quotes or statement ends, so that it can be printed anywhere as it stands. */
export const PlainText = (max: number) =>
  z.string().trim().max(max).regex(/^[^<>{}[\];'"`\\\p{Cc}]*$/u, "请勿使用引号、尖括号、分号等符号")
export const Id = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/, "编号格式不正确")

/** ISO weekdays, 1 Monday to 7 Sunday. */
export const Weekdays = z.array(z.number().int().min(1).max(7)).min(1, "请至少选择一天").max(7)
  .refine((days) => new Set(days).size === days.length, "同一天只能选择一次")

/**
 * How the price of a delivery follows from the agreed one: it is locked; it is a ceiling (the lower of shelf and ceiling);
 * or it moves with a stated index from its base month, by the value `lag_months` before the month of delivery.
 */
export const PriceRule = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("lock") }),
  z.strictObject({ kind: z.literal("ceiling") }),
  z.strictObject({ kind: z.literal("index"), series: PlainText(40).min(2), base_month: Period, lag_months: z.number().int().min(0).max(6).default(1) }),
])
export type PriceRule = z.infer<typeof PriceRule>

export const Temperature = z.enum(["ambient", "chilled", "frozen"])
export type Temperature = z.infer<typeof Temperature>

/** 计件, or 计重: ordered in kilograms at a price per kilogram, and settled at the weight accepted. */
export const SettleBy = z.enum(["count", "weight"])
export type SettleBy = z.infer<typeof SettleBy>

/** A line of an agreement beyond goods and price; absent is not agreed. */
export const LineTerms = {
  /** In one delivery, once it is ordered at all. */
  min_quantity: Quantity.nullable().default(null),
  /** Over the whole term: what the unit commits to order, and the most it may. */
  term_min: z.number().int().min(0).max(9_999_999).nullable().default(null),
  term_max: z.number().int().min(1).max(9_999_999).nullable().default(null),
  price_rule: PriceRule.default({ kind: "lock" }),
  grade: PlainText(40).default(""),
  /** Another line of the agreement that may stand in, if it is certified then. */
  substitute_variant_id: Id.nullable().default(null),
  temperature: Temperature.default("ambient"),
  settle_by: SettleBy.default("count"),
}

export const LineTermsShown = {
  min_quantity: z.number().nullable(), term_min: z.number().nullable(), term_max: z.number().nullable(), price_rule: PriceRule,
  grade: z.string(), substitute_variant_id: z.string().nullable(), temperature: Temperature, settle_by: SettleBy,
}

/** A line whose standing quantity changed after the buyer had set this date's own: what it was, what the buyer set, what stands now. */
export const LineConflict = z.object({ variant_id: z.string(), title: z.string(), was: z.number(), own: z.number(), standing: z.number() })
export type LineConflict = z.infer<typeof LineConflict>

/** A line of which less than asked is expected, foreseen before cut-off, with what may stand in. */
export const ExpectedShortage = z.object({
  variant_id: z.string(), title: z.string(), requested: z.number(), expected: z.number(), reason: z.string(), told_at: z.string(),
  substitute: z.object({ variant_id: z.string(), title: z.string() }).nullable(),
})
export type ExpectedShortage = z.infer<typeof ExpectedShortage>


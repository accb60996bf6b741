import { z } from "zod"
import { FenAmount, Period, Quantity } from "./common.js"

/** `POST /store/benefit/preview` */
export const BenefitPreviewInput = z.strictObject({
  items: z.array(z.strictObject({ variant_id: z.string().min(1).max(64), quantity: Quantity })).min(1).max(200),
})
export type BenefitPreviewInput = z.infer<typeof BenefitPreviewInput>

export const BenefitPreview = z.object({
  total_fen: FenAmount,
  households: z.number().int(),
  lines: z.array(z.object({ variant_id: z.string(), quantity: z.number().int(), total_fen: FenAmount })),
})
export type BenefitPreview = z.infer<typeof BenefitPreview>

export const BenefitStatus = z.enum(["expected", "provisional", "payable", "settled", "reversed"])
export type BenefitStatus = z.infer<typeof BenefitStatus>

/** `GET /store/orders/:id/benefit` */
export const OrderBenefit = z.object({
  order_id: z.string(),
  status: BenefitStatus,
  total_fen: FenAmount,
  households: z.array(z.object({ code: z.string(), display_name: z.string().nullable(), place: z.string(), amount_fen: FenAmount })),
})
export type OrderBenefit = z.infer<typeof OrderBenefit>

/** `GET /store/benefit/summary?period=` */
export const BenefitSummaryQuery = z.strictObject({ period: Period.optional() })
export const BenefitSummary = z.object({
  period: z.string().nullable(),
  total_fen: FenAmount,
  households: z.number().int(),
  orders: z.number().int(),
  sales_fen: FenAmount,
  by_region: z.array(z.object({ code: z.string(), name: z.string(), total_fen: FenAmount, households: z.number().int() })),
})
export type BenefitSummary = z.infer<typeof BenefitSummary>

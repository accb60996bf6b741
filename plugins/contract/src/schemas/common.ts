import { z } from "zod"

/** Integer fen; may be negative where a reversal is shown. */
export const FenAmount = z.number().int()

/** A filing or statistics period, YYYY-MM. */
export const Period = z.string().regex(/^20\d{2}-(0[1-9]|1[0-2])$/, "期间应为 YYYY-MM，例如 2026-11")

/** A business date, YYYY-MM-DD in Asia/Shanghai. */
export const BusinessDate = z.iso.date()

/** Statistical division code: 6 digits to county, 9 to township, 12 to village. Not only GB/T 2260 (大通湖区 430971). */
export const RegionCode = z.string().regex(/^\d{6}(\d{3}(\d{3})?)?$/, "区划代码应为 6、9 或 12 位数字")

/** How many are ordered: a positive whole number with a bound that catches typing errors. */
export const Quantity = z.number().int().min(1).max(9999)

/** How much was accepted: whole items, or kilograms to the gram of goods settled by weight. */
export const AcceptedQuantity = z.number().min(0).max(9999).refine((value) => Number(value.toFixed(3)) === value, "重量最多三位小数（精确到克）")

export const ErrorAnswer = z.object({ type: z.string(), code: z.string(), message: z.string() })

export type Period = z.infer<typeof Period>
export type ErrorAnswer = z.infer<typeof ErrorAnswer>

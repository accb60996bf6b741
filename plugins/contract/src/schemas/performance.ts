import { z } from "zod"
import { RegionCode } from "./common.js"
import { ReportingUnitKind } from "./filing.js"

const Id = z.string().min(1).max(64)
export const Year = z.coerce.number().int().min(2020).max(2099)

/**
 * What units are looked at by (R63–R65): 受益金额 and 受益户数 of a region's households, 产地销售额 of its producers, 采购额 of a buying unit (fen),
 * 按期填报率 (basis points). Years go by the date of payment; benefit by filing periods.
 */
export const Metric = z.enum(["benefit", "households", "sales", "purchases", "punctual"])
export type Metric = z.infer<typeof Metric>

/** `POST /admin/benefit/targets` (年度指导性计划). Said again it holds anew; what held before stays on record. Fen, households or basis points. */
export const TargetsInput = z.strictObject({
  year: z.number().int().min(2020).max(2099),
  targets: z.array(z.strictObject({ unit_id: Id, metric: Metric, amount: z.number().int().min(1).max(1_000_000_000_000) })).min(1).max(500),
})
export type TargetsInput = z.infer<typeof TargetsInput>

/** How much of the score an indicator makes, and what brings all of it: the unit's own target, or one amount for all. */
export const Indicator = z.strictObject({ metric: Metric, weight: z.number().int().min(1).max(100), full: z.union([z.literal("target"), z.number().int().min(1).max(1_000_000_000_000)]) })
export type Indicator = z.infer<typeof Indicator>

/** `POST /admin/benefit/scorecards`: of the units within a region, in a year; weights make 100. */
export const ScorecardInput = z.strictObject({ region_code: RegionCode, year: z.number().int().min(2020).max(2099), indicators: z.array(Indicator).min(1).max(5) })
export type ScorecardInput = z.infer<typeof ScorecardInput>

/** `GET /admin/benefit/performance` */
export const PerformanceQuery = z.strictObject({ year: Year, region: RegionCode.optional(), format: z.enum(["json", "xlsx", "pdf"]).default("json") })
export type PerformanceQuery = z.infer<typeof PerformanceQuery>

/** `completion_bp` of the target, `last_year` the same figure a year before; null where there is none. */
export const MetricFigure = z.object({ value: z.number().int(), last_year: z.number().int().nullable(), target: z.number().int().nullable(), completion_bp: z.number().int().nullable() })
export type MetricFigure = z.infer<typeof MetricFigure>

/** `score` in hundredths of a point; `rank` among units of the same kind, equal scores share it. */
export const UnitPerformance = z.object({
  unit_id: z.string(), unit_name: z.string(), kind: ReportingUnitKind, region_code: z.string(),
  figures: z.partialRecord(Metric, MetricFigure), score: z.number().int().nullable(), rank: z.number().int().nullable(),
})
export type UnitPerformance = z.infer<typeof UnitPerformance>
export const Performance = z.object({ year: z.number().int(), as_of: z.string(), region_code: z.string().nullable(), place: z.string(), indicators: z.array(Indicator), units: z.array(UnitPerformance) })
export type Performance = z.infer<typeof Performance>

/** `POST /admin/benefit/bulletins` (通报): freezes a region's figures of a year as a document. */
export const BulletinInput = z.strictObject({ year: z.number().int().min(2020).max(2099), region: RegionCode, reason: z.string().trim().max(200).default("") })
export type BulletinInput = z.infer<typeof BulletinInput>

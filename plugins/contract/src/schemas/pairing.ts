import { z } from "zod"
import { BusinessDate, FenAmount, RegionCode } from "./common.js"
import { Id, PlainText } from "./supply-terms.js"

const Year = z.number().int().min(2020).max(2100)

/** 东西部协作, 对口支援, 定点帮扶, 村企结对 (千企帮千村). */
export const PairKind = z.enum(["east_west", "counterpart", "central", "enterprise"])
export type PairKind = z.infer<typeof PairKind>

/** Whose purchases count: one organisation's, or those of every organisation in a division. */
export const PairPayer = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("organisation"), organisation_id: Id }),
  z.strictObject({ kind: z.literal("region"), region_code: RegionCode }),
])
export type PairPayer = z.infer<typeof PairPayer>

/** `POST /admin/institution/pairs` (结对关系); found again by kind, payer and the division that is helped. */
export const PairInput = z.strictObject({
  kind: PairKind, payer: PairPayer, helped_code: RegionCode,
  /** What it rests on: the number of the document, or of the agreement. */
  document: PlainText(80).min(2, "请填写文件或协议的名称、文号"),
  since: BusinessDate, ended_on: BusinessDate.nullable().default(null),
  /** The yearly plan, in fen. */
  targets: z.array(z.strictObject({ year: Year, target_fen: z.number().int().min(1).max(1_000_000_000_000) })).max(20).default([])
    .refine((targets) => new Set(targets.map(({ year }) => year)).size === targets.length, "每年只能填写一个金额"),
})
export type PairInput = z.infer<typeof PairInput>

/** `GET /admin/institution/pairs?year=`, and `GET /store/institution/pairs?organisation_id=&year=` for members, → `{ pairs }` */
export const Pair = z.object({
  id: z.string(), kind: PairKind, payer: z.object({ kind: z.enum(["organisation", "region"]), id: z.string(), name: z.string() }), helped: z.object({ code: z.string(), name: z.string() }),
  document: z.string(), since: z.string(), ended_on: z.string().nullable(), targets: z.array(z.object({ year: z.number(), target_fen: FenAmount })),
  year: z.number(), target_fen: FenAmount.nullable(), paid_fen: FenAmount, forecast_fen: FenAmount, last_year_fen: FenAmount,
  /** Paid in each month of the year. */
  months: z.array(FenAmount),
  state: z.enum(["met", "on_track", "behind", "no_target"]),
  /** By whom, most first; of a pair of divisions each organisation that bought. */
  units: z.array(z.object({ id: z.string(), name: z.string(), paid_fen: FenAmount })),
})
export type Pair = z.infer<typeof Pair>

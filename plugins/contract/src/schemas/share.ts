import { z } from "zod"
import { BusinessDate, FenAmount, RegionCode } from "./common.js"
import { BudgetFigure } from "./spending.js"

const Plain = (max: number) => z.string().trim().max(max).regex(/^[^<>{}[\];'"`\\\p{Cc}]*$/u, "请勿使用引号、尖括号、分号等符号")
const Id = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/, "编号格式不正确")
const Fen = z.number().int().min(0).max(1_000_000_000_000)
const Year = z.number().int().min(2020).max(2100)

/** 预留份额 (R28), 地方消费帮扶计划, 工会慰问 (R24), 结对帮扶 (R29), 只增不减 (R31): plans of different kinds, each with its own measure. */
export const PlanKind = z.enum(["canteen_share", "local", "union", "pair", "floor"])
export type PlanKind = z.infer<typeof PlanKind>

/** Where something was bought, and whose money it was. */
export const PurchasePlatform = z.enum(["here", "platform_832", "other"])
export type PurchasePlatform = z.infer<typeof PurchasePlatform>
export const FundSource = z.enum(["canteen", "union", "personal"])
export type FundSource = z.infer<typeof FundSource>

/** What a plan counts: bought where, with whose money, from which divisions (none named: from anywhere). */
export const Eligibility = z.strictObject({
  platforms: z.array(PurchasePlatform).min(1), sources: z.array(FundSource).min(1), origins: z.array(RegionCode).max(50).default([]),
})
export type Eligibility = z.infer<typeof Eligibility>

/** `POST /admin/institution/organisations/:id/spending-plans`; found again by year, kind and title. */
export const SpendingPlanInput = z.strictObject({
  year: Year, kind: PlanKind, title: Plain(60).min(2), eligible: Eligibility,
  /** `local`, `pair`: the amount. `canteen_share`: leave out, it is the region's rate of the canteen budget. */
  target_fen: Fen.nullable().default(null),
  /** `canteen_share`: instead of the region's own rate, in basis points. */
  rate_bp: z.number().int().min(0).max(10_000).nullable().default(null),
  /** `union`: the least and the most for each member in the year, where they are stricter than the region's. */
  member_floor_fen: Fen.nullable().default(null), member_cap_fen: Fen.nullable().default(null),
  /** `floor`: last year's amount where it is not on record here. */
  baseline_fen: Fen.nullable().default(null),
})
export type SpendingPlanInput = z.infer<typeof SpendingPlanInput>

/** `POST /admin/institution/share-rates`: a region's least share of the canteen food budget from a year on; '' is the whole country. */
export const ShareRate = z.strictObject({ region_code: z.union([RegionCode, z.literal("")]), from_year: Year, rate_bp: z.number().int().min(0).max(10_000), source: Plain(120).min(2) })
export type ShareRate = z.infer<typeof ShareRate>

/** `POST /admin/institution/member-levels` (R24): the least and the most a union spends on each member in a year, by region from a year on; '' is the whole country. */
export const MemberLevel = z.strictObject({ region_code: z.union([RegionCode, z.literal("")]), from_year: Year, floor_fen: Fen.nullable(), cap_fen: Fen.nullable(), source: Plain(120).min(2) })
  .refine(({ floor_fen, cap_fen }) => floor_fen !== null || cap_fen !== null, { path: ["floor_fen"], message: "下限和上限至少填一项" })
  .refine(({ floor_fen, cap_fen }) => (floor_fen ?? 0) <= (cap_fen ?? Infinity), { path: ["cap_fen"], message: "上限不能低于下限" })
export type MemberLevel = z.infer<typeof MemberLevel>

/** `POST /admin/institution/organisations/:id/headcounts`: members of a union on a day. */
export const HeadcountInput = z.strictObject({ on_day: BusinessDate, members: z.number().int().min(1).max(2_000_000), evidence: Plain(120).min(2) })
export type HeadcountInput = z.infer<typeof HeadcountInput>

/** `POST /store/institution/outside-purchases`: bought elsewhere, with its proof (PDF, JPEG or PNG, base64). It counts once staff approved it. */
export const OutsidePurchaseInput = z.strictObject({
  organisation_id: Id, platform: z.enum(["platform_832", "other"]), source: FundSource, seller: Plain(80).min(2), goods: Plain(120).min(2), origin_code: RegionCode,
  amount_fen: Fen.min(1), paid_on: BusinessDate, proof_name: Plain(120).min(1), proof: z.string().min(8).max(14_000_000).regex(/^[A-Za-z0-9+/]+={0,2}$/, "请上传 PDF、JPG 或 PNG 文件"),
})
export type OutsidePurchaseInput = z.infer<typeof OutsidePurchaseInput>

export const OutsidePurchase = z.object({
  id: z.string(), organisation_id: z.string(), platform: PurchasePlatform, source: FundSource, seller: z.string(), goods: z.string(), origin_code: z.string(),
  amount_fen: FenAmount, paid_on: z.string(), proof_name: z.string(), proof_sha256: z.string(), state: z.enum(["proposed", "approved", "refused"]), reason: z.string().nullable(), entered_at: z.string(),
})
export type OutsidePurchase = z.infer<typeof OutsidePurchase>

/** `POST /admin/institution/outside-purchases/:id/decision` */
export const OutsideDecisionInput = z.strictObject({ verdict: z.enum(["approve", "refuse"]), reason: Plain(120).default("") })
export type OutsideDecisionInput = z.infer<typeof OutsideDecisionInput>

/** `POST /store/institution/credits` (R27): one's own paid order is counted for one's unit, because one says so. */
export const CreditInput = z.strictObject({ organisation_id: Id, order_id: Id })
export type CreditInput = z.infer<typeof CreditInput>

/**
 * One way to close what a plan still lacks, by money that counts for it: an order under a signed agreement, spread over the deliveries left in the
 * year; a group buy; a union's campaign; a demand post where no agreement offers anything; or a member's own purchase. `quantity` is of the whole,
 * `remaining_fen` what it leaves open, `benefit_fen` what it brings to households.
 */
export const GapCloser = z.object({
  way: z.enum(["order", "group_buy", "campaign", "demand", "shop"]), variant_id: z.string(), handle: z.string(), title: z.string(), specification: z.string(), seller: z.string(),
  unit_price_fen: FenAmount, quantity: z.number().int(), total_fen: FenAmount, remaining_fen: FenAmount, benefit_fen: FenAmount, group_buy_id: z.string().nullable(),
  order: z.object({ agreement_id: z.string(), agreement_number: z.string(), quantity: z.number().int(), deliveries: z.number().int(), weekdays: z.array(z.number().int()), starts_on: z.string(), ends_on: z.string() }).nullable(),
})
export type GapCloser = z.infer<typeof GapCloser>

/** One payment that counts: what, from whom, when it was paid; `order_id` leads to the order, none for what was bought elsewhere. */
export const PaidItem = z.object({
  id: z.string(), order_id: z.string().nullable(), organisation_name: z.string(), on: z.string(), amount_fen: FenAmount, source: FundSource, platform: PurchasePlatform,
  origin_code: z.string().nullable(), title: z.string(), seller: z.string(),
  /** Whom the goods were given to (爱心捐赠). */
  given_to: z.string().nullable(),
})
export type PaidItem = z.infer<typeof PaidItem>

/**
 * A plan with how far it is: only what was paid counts, by the day it was paid. `forecast_fen` is the year's end at this pace, or with
 * what is ordered (`ordered_fen`) and what standing orders still bring before it ends (`coming_fen`), whichever is more. `open_fen` is what
 * neither payments nor these cover: what there is to close.
 */
export const PlanProgress = z.object({
  id: z.string(), kind: PlanKind, title: z.string(), year: z.number(), basis: z.string(), target_fen: FenAmount.nullable(), paid_fen: FenAmount, gap_fen: FenAmount, forecast_fen: FenAmount, ordered_fen: FenAmount, coming_fen: FenAmount, open_fen: FenAmount,
  state: z.enum(["met", "on_track", "behind", "no_target"]), warning: z.string().nullable(),
  months: z.array(FenAmount), items: z.array(PaidItem), eligible: Eligibility,
  /** Of a canteen's share: what was paid for goods given away, which its canteen never had. Not in `paid_fen`. */
  given_fen: FenAmount,
  /** Of a union, with its members on record: what was paid for each of them (rounded down), against the least and the most. */
  per_member: z.object({ members: z.number().int(), on_day: z.string(), average_fen: FenAmount, floor_fen: FenAmount.nullable(), cap_fen: FenAmount.nullable(), standing: z.enum(["below", "within", "above"]) }).nullable(),
  closers: z.array(GapCloser),
})
export type PlanProgress = z.infer<typeof PlanProgress>

export const BudgetQuery = z.strictObject({ organisation_id: Id, year: z.coerce.number().int().min(2020).max(2100).optional() })
export type BudgetQuery = z.infer<typeof BudgetQuery>

/** `GET /store/institution/budget?organisation_id=&year=`, and the office's `GET /admin/institution/organisations/:id/budget?year=` */
export const BudgetAnswer = z.object({
  year: z.number(), budgets: z.array(BudgetFigure), plans: z.array(PlanProgress), outside: z.array(OutsidePurchase),
  /** What a union of the region spends on each member in the year, whether or not the unit has a plan for it. */
  member_level: z.object({ floor_fen: FenAmount.nullable(), cap_fen: FenAmount.nullable(), source: z.string() }).nullable(),
})
export type BudgetAnswer = z.infer<typeof BudgetAnswer>

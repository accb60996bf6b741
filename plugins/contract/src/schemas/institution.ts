import { z } from "zod"
import { BenefitPreview } from "./benefit.js"
import { DeliveryAddress, OrderPayment } from "./checkout.js"
import { AcceptedQuantity, BusinessDate, FenAmount, Quantity, RegionCode } from "./common.js"
import { PackedLot } from "./lot.js"
import { OwnReason, PurchaseReason } from "./donation.js"
import { ExpectedShortage, Id, LineConflict, LineTerms, LineTermsShown, PlainText as Plain, SettleBy, Temperature, Weekdays } from "./supply-terms.js"


/** 采购单位 kinds (R21). */
export const OrganisationKind = z.enum(["government", "school", "hospital", "enterprise", "financial", "community", "care_home", "union", "military", "public_institution"])
export type OrganisationKind = z.infer<typeof OrganisationKind>

/** What a member may do for the unit: 管理员 (its members), 采购, 审批, 财务, 验收, 查看. */
export const MemberRole = z.enum(["manager", "buyer", "approver", "finance", "receiver", "viewer"])
export type MemberRole = z.infer<typeof MemberRole>

export const OccurrenceState = z.enum([
  "planned", "claimed", "placed", "delivered", "accepted", "paid", "skipped", "short", "rejected", "cancelled", "failed",
])
export type OccurrenceState = z.infer<typeof OccurrenceState>

export { Weekdays }

/** `POST /admin/institution/organisations`; the check digit of the code is verified by the server. */
export const OrganisationInput = z.strictObject({
  name: Plain(80).min(2),
  uscc: z.string().trim().toUpperCase().regex(/^[0-9A-HJ-NPQRTUWXY]{18}$/, "统一社会信用代码应为 18 位"),
  kind: OrganisationKind,
  region_code: RegionCode,
})
export type OrganisationInput = z.infer<typeof OrganisationInput>

export const Organisation = OrganisationInput.extend({ id: z.string(), verified_at: z.string().nullable() })
export type Organisation = z.infer<typeof Organisation>

/** `GET /admin/institution/organisations` → `{ organisations: OfficeOrganisation[] }`: with the name of where each lies. */
export const OfficeOrganisation = Organisation.extend({ region_name: z.string(), refused_at: z.string().nullable(), refusal_reason: z.string().nullable() })
export type OfficeOrganisation = z.infer<typeof OfficeOrganisation>

/** `POST /admin/institution/organisations/:id/members`: the person's shop account by its e-mail. */
export const MemberInput = z.strictObject({ email: z.email("请填写有效的邮箱").max(120), role: MemberRole })
export type MemberInput = z.infer<typeof MemberInput>

export const Member = z.object({
  id: z.string(), organisation_id: z.string(), customer_id: z.string(), email: z.string(), name: z.string(),
  role: MemberRole, verified_at: z.string().nullable(), left_at: z.string().nullable(),
  refused_at: z.string().nullable(), refusal_reason: z.string().nullable(),
})
export type Member = z.infer<typeof Member>

/** `GET /store/institution/organisations` → `{ organisations: MyOrganisation[] }` */
export const MyOrganisation = Organisation.extend({ roles: z.array(MemberRole) })
export type MyOrganisation = z.infer<typeof MyOrganisation>

export const AgreementLineInput = z.strictObject({
  variant_id: Id,
  /** Agreed price of one, tax included; it holds for the term whatever the shelf says. */
  unit_price_fen: z.number().int().min(1).max(100_000_000),
  /** At most this many in one delivery. */
  max_quantity: Quantity.nullable().default(null),
  ...LineTerms,
})

/** `POST /admin/institution/agreements` (定向采购协议). Without `producer_id` it covers several producers. */
export const SupplyAgreementInput = z.strictObject({
  number: z.string().trim().regex(/^[\p{Script=Han}A-Za-z0-9〔〕()（）_/-]{3,40}$/u, "协议编号应为 3–40 位汉字、字母、数字"),
  organisation_id: Id,
  producer_id: Id.nullable().default(null),
  valid_from: BusinessDate,
  valid_to: BusinessDate,
  weekdays: Weekdays,
  /** Orders are fixed at the end of the day this many days before delivery. */
  lead_time_days: z.number().int().min(0).max(14).default(1),
  lines: z.array(AgreementLineInput).min(1).max(100),
  /** A draft (草拟) is negotiated and signed later; by default what is entered was signed on paper. */
  stage: z.enum(["draft", "signed"]).default("signed"),
  /** The version that was shown: refused with changed_meanwhile when it is not the newest. Null: a new one, whose number nobody uses yet. */
  version: z.number().int().min(1).nullable().default(null),
})
export type SupplyAgreementInput = z.infer<typeof SupplyAgreementInput>

const Goods = { variant_id: z.string(), product_id: z.string(), handle: z.string(), title: z.string(), specification: z.string(), thumbnail: z.string().nullable() }
const Seller = z.object({ id: z.string(), name: z.string() })

/** `GET /store/institution/agreements?organisation_id=` → `{ agreements }` */
export const SupplyAgreement = z.object({
  id: z.string(), number: z.string(), organisation_id: z.string(), producer: Seller.nullable(),
  version: z.number(), valid_from: z.string(), valid_to: z.string(), /** draft → negotiating → (signed) upcoming → in_force → ended, or terminated. */
  state: z.enum(["draft", "negotiating", "upcoming", "in_force", "ended", "terminated"]), renewal_due: z.boolean(),
  weekdays: z.array(z.number()), lead_time_days: z.number(),
  /** `unit_price_fen` is the agreed one, `today_fen` what its rule makes of it today; null where the rule cannot say. */
  lines: z.array(z.object({ ...Goods, unit_price_fen: FenAmount, today_fen: FenAmount.nullable(), max_quantity: z.number().nullable(), seller: Seller.nullable(), ...LineTermsShown })),
})
export type SupplyAgreement = z.infer<typeof SupplyAgreement>

const StandingLine = z.strictObject({ variant_id: Id, quantity: Quantity })
const Plan = {
  name: Plain(40).min(1),
  lines: z.array(StandingLine).min(1, "请至少选择一种商品").max(100),
  weekdays: Weekdays,
  starts_on: BusinessDate,
  /** null: until the agreement ends. */
  ends_on: BusinessDate.nullable().default(null),
  skip_statutory_holidays: z.boolean().default(true),
  /** 调休上班日照常配送: a make-up working Saturday or Sunday stands in for the weekday it replaces. */
  deliver_on_makeup_workdays: z.boolean().default(false),
  /** Where it goes, or to whom it is given (爱心捐赠): one of the two. */
  delivery: DeliveryAddress.extend({ name: Plain(40).min(1), detail: Plain(120).min(1) }).nullable().default(null),
  recipient_id: Id.nullable().default(null),
  /** Nothing is delivered in the unit's vacations (寒暑假). */
  observe_vacations: z.boolean().default(true),
  /** How many usually eat: what a changed headcount is measured against. */
  headcount: z.number().int().min(1).max(99_999).nullable().default(null),
  reason: OwnReason,
}

const goesSomewhere = ({ delivery, recipient_id }: { delivery: object | null; recipient_id: string | null }) => (delivery === null) !== (recipient_id === null)
const DESTINATION = { path: ["delivery"], message: "请填写收货地址，或选择受赠单位" }

/** `POST /store/institution/standing-orders` (定向认购). */
export const StandingOrderInput = z.strictObject({ agreement_id: Id, ...Plan }).refine(goesSomewhere, DESTINATION)
export type StandingOrderInput = z.infer<typeof StandingOrderInput>

/** `POST /store/institution/standing-orders/:id`: the whole plan anew; deliveries not yet fixed follow, lines edited by hand stay. */
export const StandingOrderChange = z.strictObject({ ...Plan, /** The version that was shown: refused with changed_meanwhile when it is not the newest. */ version: z.number().int().optional() }).refine(goesSomewhere, DESTINATION)
export type StandingOrderChange = z.infer<typeof StandingOrderChange>

/** `POST /store/institution/standing-orders/:id/pause`: nothing is delivered from `from` (default today) until the day before `resume_on`. */
const PlacedToo = { /** Deliveries of those days that are ordered already: kept, or called off while nothing is delivered or paid. */ placed: z.enum(["keep", "cancel"]).default("keep") }
export const PauseInput = z.strictObject({ from: BusinessDate.optional(), resume_on: BusinessDate, ...PlacedToo })
export type PauseInput = z.infer<typeof PauseInput>

/** `POST /store/institution/standing-orders/:id/end`: the last day of delivery; default today. `…/resume` takes `{}`. */
export const EndInput = z.strictObject({ ends_on: BusinessDate.optional(), ...PlacedToo })
export type EndInput = z.infer<typeof EndInput>

/** `GET /store/institution/standing-orders?organisation_id=` → `{ standing_orders }`; `GET …/:id` → `{ standing_order }` */
export const StandingOrder = z.object({
  id: z.string(), organisation_id: z.string(), agreement_id: z.string(), agreement_number: z.string(), name: z.string(),
  state: z.enum(["upcoming", "active", "paused", "ended"]),
  weekdays: z.array(z.number()), starts_on: z.string(), ends_on: z.string().nullable(),
  paused_from: z.string().nullable(), resume_on: z.string().nullable(),
  skip_statutory_holidays: z.boolean(), deliver_on_makeup_workdays: z.boolean(), observe_vacations: z.boolean(), headcount: z.number().nullable(), version: z.number(),
  delivery: DeliveryAddress, reason: PurchaseReason.nullable(),
  /** Whom it is given to, and whether they still take gifts; null: the unit keeps it. */
  given_to: z.object({ recipient_id: z.string(), name: z.string(), place: z.string(), is_open: z.boolean() }).nullable(),
  lines: z.array(z.object({ ...Goods, quantity: z.number(), settle_by: SettleBy, unit_price_fen: FenAmount })),
  total_fen: FenAmount, next_delivery: z.string().nullable(),
})
export type StandingOrder = z.infer<typeof StandingOrder>

/** `GET /store/institution/occurrences?organisation_id=|standing_order_id=&from=&to=` → `{ occurrences, count }` */
export const OccurrenceQuery = z.strictObject({
  organisation_id: Id.optional(), standing_order_id: Id.optional(), from: BusinessDate.optional(), to: BusinessDate.optional(),
  state: OccurrenceState.optional(), offset: z.coerce.number().int().min(0).max(100_000).default(0), limit: z.coerce.number().int().min(1).max(200).default(100),
})
export type OccurrenceQuery = z.infer<typeof OccurrenceQuery>

export const OccurrenceLine = z.object({
  ...Goods, unit_price_fen: FenAmount, settle_by: SettleBy, seller: Seller.nullable(), order_id: z.string().nullable(),
  /** Standing quantity and what the buyer made of it, what was placed, what was accepted; the last two null until then. */
  standing: z.number(), requested: z.number(), supplied: z.number().nullable(), accepted: z.number().nullable(), reason: z.string().nullable(),
  /** As the agreement says, and from which lots it was packed. */
  grade: z.string(), temperature: Temperature, lots: z.array(PackedLot),
})

/** One delivery date of a standing order. `GET …/occurrences/:id` → `{ occurrence }` */
export const Occurrence = z.object({
  id: z.string(), standing_order_id: z.string(), standing_order_name: z.string(), organisation_id: z.string(), organisation_name: z.string(),
  delivery_date: z.string(), /** 1, or more for a second delivery of the date (补货). */ round: z.number(), cutoff_on: z.string(), editable: z.boolean(), /** To be taken out, after cut-off too where nothing was ordered. */ skippable: z.boolean(), state: OccurrenceState,
  attempt: z.number(), error: z.string().nullable(), order_ids: z.array(z.string()),
  total_fen: FenAmount, expected_benefit_fen: FenAmount, households: z.number(),
  accepted_at: z.string().nullable(), version: z.number(), headcount: z.number().nullable(),
  /** Whom it is given to (爱心捐赠), as it was ordered; null: the unit keeps it. */ given_to: z.string().nullable(),
  /** The place does not receive on this day: what to do about it; null where it does. */ not_received: z.string().nullable(), conflicts: z.array(LineConflict), shortages: z.array(ExpectedShortage), lines: z.array(OccurrenceLine),
})
export type Occurrence = z.infer<typeof Occurrence>

/** `POST …/occurrences/:id/skip` `{ reason }`; `POST …/occurrences/:id/restore` `{}` takes a skip back until cut-off. */
export const SkipInput = z.strictObject({ reason: Plain(80).min(1, "请说明原因，例如：放假") })
export type SkipInput = z.infer<typeof SkipInput>

/** `POST …/occurrences/:id/lines`: quantities of this date alone; 0 leaves a line out. */
export const OccurrenceLinesInput = z.strictObject({
  lines: z.array(z.strictObject({ variant_id: Id, quantity: z.number().int().min(0).max(9999) })).min(1).max(100),
  version: z.number().int().optional(),
})
export type OccurrenceLinesInput = z.infer<typeof OccurrenceLinesInput>

/** `POST …/occurrences/:id/acceptance` (验收), by a receiver; a line short of what was supplied needs its reason. Goods settled by weight are accepted in kilograms. */
export const AcceptanceInput = z.strictObject({
  lines: z.array(z.strictObject({ variant_id: Id, accepted: AcceptedQuantity, reason: Plain(120).default("") })).min(1).max(100),
})
export type AcceptanceInput = z.infer<typeof AcceptanceInput>

/** `POST /store/institution/preview`: what one delivery would cost at the agreement's prices and bring to households. */
export const DeliveryPreviewInput = z.strictObject({ agreement_id: Id, lines: z.array(StandingLine).min(1).max(100) })
export type DeliveryPreviewInput = z.infer<typeof DeliveryPreviewInput>
export const DeliveryPreview = z.object({ total_fen: FenAmount, benefit: BenefitPreview })
export type DeliveryPreview = z.infer<typeof DeliveryPreview>

/** How an order of a unit came about: 定向认购, 补货, 慰问活动, 团购, 预购. */
export const UnitOrderSource = z.enum(["standing_order", "replenishment", "campaign", "group_buy", "preorder"])
export type UnitOrderSource = z.infer<typeof UnitOrderSource>

/** `show`: all orders, those still to be paid, or the others. */
export const InstitutionOrderQuery = z.strictObject({
  organisation_id: Id.optional(), source: UnitOrderSource.optional(), show: z.enum(["all", "due", "other"]).default("all"),
  offset: z.coerce.number().int().min(0).max(1_000_000).default(0), limit: z.coerce.number().int().min(1).max(200).default(100),
})
export type InstitutionOrderQuery = z.infer<typeof InstitutionOrderQuery>

/**
 * `GET /store/institution/orders?organisation_id=` → `{ orders, count, due }`: every order of the unit, the newest in front, and what is due over all of them,
 * whatever the page shows. Money as in `OrderPayment`. `transfer` says where to pay and with which 附言; null once nothing is due, for members who neither
 * buy nor pay, and for orders that are paid by the code of their campaign or contract.
 */
export const InstitutionOrder = z.object({
  order_id: z.string(), display_id: z.number(), organisation_id: z.string(), source: UnitOrderSource,
  /** The standing order, campaign, group buy or contract by name, and the id of the occurrence, campaign, group buy or contract. */
  title: z.string(), about_id: z.string(), /** The day of delivery, or the day it was placed. */ on: z.string(), seller: Seller.nullable(),
  state: OrderPayment.shape.state, total_fen: FenAmount, paid_fen: FenAmount, refunded_fen: FenAmount, transfer: OrderPayment.shape.transfer,
})
export type InstitutionOrder = z.infer<typeof InstitutionOrder>
export const InstitutionOrders = z.object({ orders: z.array(InstitutionOrder), count: z.number(), due: z.object({ orders: z.number(), due_fen: FenAmount }) })
export type InstitutionOrders = z.infer<typeof InstitutionOrders>

/** `POST /admin/institution/standing-orders/run`: places every open delivery up to and including `date`. */
export const RunInput = z.strictObject({ date: BusinessDate })
export type RunInput = z.infer<typeof RunInput>

/** What the run took up and how each ended; `skipped` are the deliveries of that date taken out by holiday, pause or buyer. */
export const RunResult = z.object({ planned: z.number(), placed: z.number(), short: z.number(), skipped: z.number(), failed: z.number() })
export type RunResult = z.infer<typeof RunResult>

/**
 * `GET /admin/institution/standing-runs`: what the hourly run wrote of itself. `last` has ended, with what it did, why deliveries failed, and on which
 * days deliveries are missing that the calendars name; a run that broke off says its error. `is_overdue`: none has ended well for too long.
 */
export const StandingRun = z.object({
  started_at: z.string(), ended_at: z.string().nullable(), result: RunResult.nullable(), error: z.string().nullable(),
  failures: z.array(z.object({ reason: z.string(), count: z.number() })), gaps: z.array(z.object({ date: z.string(), count: z.number() })),
})
export type StandingRun = z.infer<typeof StandingRun>
export const StandingRuns = z.object({ last: StandingRun.nullable(), is_overdue: z.boolean() })
export type StandingRuns = z.infer<typeof StandingRuns>

/** `GET /admin/institution/digest?date=`: the date's deliveries by state, and those expected by the calendar that have no row. */
export const Digest = z.object({ date: z.string(), expected: z.number(), states: z.record(z.string(), z.number()), missing: z.number(), problems: z.array(Occurrence) })
export type Digest = z.infer<typeof Digest>

import { z } from "zod"
import { BusinessDate, FenAmount, Period, Quantity } from "./common.js"
import { PackedLot } from "./lot.js"
import { Id, PlainText, PriceRule, SettleBy, Temperature, Weekdays } from "./supply-terms.js"
import { DeliveryCertificate } from "./receiving.js"

/** One typed change of an agreement's terms (协商修改): proposed by one side, accepted or declined by the other. */
export const AgreementChange = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("price"), variant_id: Id, unit_price_fen: z.number().int().min(1).max(100_000_000) }),
  z.strictObject({
    kind: z.literal("quantity"), variant_id: Id, min_quantity: Quantity.nullable(), max_quantity: Quantity.nullable(),
    term_min: z.number().int().min(0).max(9_999_999).nullable(), term_max: z.number().int().min(1).max(9_999_999).nullable(),
  }),
  z.strictObject({ kind: z.literal("grade"), variant_id: Id, grade: PlainText(40) }),
  z.strictObject({ kind: z.literal("price_rule"), variant_id: Id, price_rule: PriceRule }),
  z.strictObject({ kind: z.literal("substitute"), variant_id: Id, substitute_variant_id: Id.nullable() }),
  z.strictObject({ kind: z.literal("temperature"), variant_id: Id, temperature: Temperature }),
  z.strictObject({ kind: z.literal("settle_by"), variant_id: Id, settle_by: SettleBy }),
  z.strictObject({ kind: z.literal("days"), weekdays: Weekdays, lead_time_days: z.number().int().min(0).max(14) }),
  z.strictObject({ kind: z.literal("term"), valid_from: BusinessDate, valid_to: BusinessDate }),
])
export type AgreementChange = z.infer<typeof AgreementChange>

export const AgreementSide = z.enum(["organisation", "producer"])
export type AgreementSide = z.infer<typeof AgreementSide>

/** `POST /store/institution/agreements/:id/proposals` for the unit, `/admin/…` for the producer. */
export const AgreementProposalInput = z.strictObject({ change: AgreementChange, note: PlainText(200).default("") })
export type AgreementProposalInput = z.infer<typeof AgreementProposalInput>

/** `POST …/agreement-proposals/:id`: the other side accepts, or declines and says why; its own side withdraws. */
export const AgreementProposalAnswer = z.discriminatedUnion("answer", [
  z.strictObject({ answer: z.literal("accept"), reason: PlainText(200).default("") }),
  z.strictObject({ answer: z.literal("decline"), reason: PlainText(200).min(2, "请说明谢绝的原因") }),
  z.strictObject({ answer: z.literal("withdraw"), reason: PlainText(200).default("") }),
])
export type AgreementProposalAnswer = z.infer<typeof AgreementProposalAnswer>

export const AgreementProposal = z.object({
  id: z.string(), agreement_id: z.string(), side: AgreementSide, change: AgreementChange, note: z.string(),
  state: z.enum(["open", "accepted", "declined", "withdrawn"]), created_at: z.string(), answered_at: z.string().nullable(), /** Why it was answered so. */ reason: z.string(),
  /** In words: what it is about, what the terms said of that when it was proposed, and what they are to say. */
  subject: z.string(), before: z.string().nullable(), after: z.string(),
  /** What the terms say by now, where somebody changed them since; such a proposal cannot be accepted any more. */
  now: z.string().nullable(),
})
export type AgreementProposal = z.infer<typeof AgreementProposal>

/** One moment in the history of an agreement (协商经过), oldest first; `changes` in words, from what to what. */
export const AgreementEvent = z.object({
  at: z.string(), by: z.enum(["organisation", "producer", "office"]), act: z.enum(["drafted", "proposed", "accepted", "declined", "withdrawn", "changed", "signed", "terminated"]),
  changes: z.array(z.string()), note: z.string(),
})
export type AgreementEvent = z.infer<typeof AgreementEvent>

/** `POST /admin/institution/agreements/:id/sign`: from now on it can be ordered under; the scan was uploaded before (`…/scan`, the file as body). */
export const SignInput = z.strictObject({ signed_on: BusinessDate })
/** `POST /admin/institution/agreements/:id/terminate`: the last day of delivery, and why. */
export const TerminateInput = z.strictObject({ last_day: BusinessDate, reason: PlainText(200).min(2, "请说明终止的原因") })
/** `POST /admin/institution/agreements/:id/renew`: a draft with the same lines for the next term. */
export const RenewInput = z.strictObject({ number: z.string().trim().min(3).max(40), valid_from: BusinessDate, valid_to: BusinessDate })
export type SignInput = z.infer<typeof SignInput>
export type TerminateInput = z.infer<typeof TerminateInput>
export type RenewInput = z.infer<typeof RenewInput>

/**
 * How far both sides kept to the band agreed for the term. `owed`: what the unit should have ordered by now, vacations relieved;
 * `buyer_gap` what it still owes of that, `producer_gap` what was ordered and not supplied.
 */
export const Commitment = z.object({
  variant_id: z.string(), title: z.string(), specification: z.string(), term_min: z.number().nullable(), term_max: z.number().nullable(),
  relieved_min: z.number(), owed: z.number(), requested: z.number(), supplied: z.number(), accepted: z.number(), buyer_gap: z.number(), producer_gap: z.number(),
})
export type Commitment = z.infer<typeof Commitment>

/** The signed paper: its hash is in clear, so that a copy can be compared with what was signed. */
export const SignedScan = z.object({ sha256: z.string(), media_type: z.string(), bytes: z.number(), uploaded_at: z.string() })
export type SignedScan = z.infer<typeof SignedScan>

/** `GET …/agreements/:id` → `{ dossier }`: everything about one agreement beyond its terms. */
export const AgreementDossier = z.object({
  proposals: z.array(AgreementProposal), history: z.array(AgreementEvent),
  /** Price indices a rule can state, with the months they hold; empty once signed. */
  price_series: z.array(z.object({ series: z.string(), source: z.string(), months: z.array(z.string()) })),
  commitments: z.array(Commitment), renewal_due: z.boolean(),
  signed_on: z.string().nullable(), terminated: z.object({ last_day: z.string(), reason: z.string() }).nullable(),
  scan: SignedScan.nullable(),
})
export type AgreementDossier = z.infer<typeof AgreementDossier>

/** `POST /admin/institution/price-indices`: values of a stated series by month, in hundredths; given again they replace. */
export const PriceIndexInput = z.strictObject({
  series: PlainText(40).min(2), source: PlainText(120).min(2, "请说明指数的来源"), months: z.array(z.strictObject({ month: Period, value: z.number().int().min(1).max(100_000_000) })).min(1).max(60),
})
export type PriceIndexInput = z.infer<typeof PriceIndexInput>

/** `POST /store/institution/vacations`: no school from `from_on` to `to_on`, both included. `POST …/vacations/:id/remove` takes it back. */
export const VacationInput = z.strictObject({ organisation_id: Id, name: PlainText(20).min(1, "请填写名称，例如：寒假"), from_on: BusinessDate, to_on: BusinessDate })
export type VacationInput = z.infer<typeof VacationInput>
export const Vacation = VacationInput.extend({ id: z.string() })
export type Vacation = z.infer<typeof Vacation>

/** `POST /admin/institution/pledges`: how much of a product its producer can deliver in a window of days (采收承诺). */
export const PledgeInput = z.strictObject({ variant_id: Id, from_on: BusinessDate, to_on: BusinessDate, quantity: z.number().int().min(0).max(9_999_999), note: PlainText(120).default("") })
export type PledgeInput = z.infer<typeof PledgeInput>
export const Pledge = PledgeInput.extend({ id: z.string(), title: z.string(), promised: z.number() })
export type Pledge = z.infer<typeof Pledge>

/** How a producer's scarce goods are shared: in proportion to what each asked for, or schools, hospitals and homes first. */
export const ShortageRule = z.enum(["pro_rata", "schools_first"])
export type ShortageRule = z.infer<typeof ShortageRule>
/** `POST /admin/institution/shortage-rules`; `GET` → `{ shortage_rules }`. */
export const ShortageRuleInput = z.strictObject({ seller_id: Id, rule: ShortageRule })
export type ShortageRuleInput = z.infer<typeof ShortageRuleInput>

/** `POST /store/institution/occurrences/:id/headcount`: all lines of this date in proportion to the usual number of eaters; 0 leaves all out. */
export const OccurrenceHeadcountInput = z.strictObject({ headcount: z.number().int().min(0).max(99_999), version: z.number().int().optional() })
export type OccurrenceHeadcountInput = z.infer<typeof OccurrenceHeadcountInput>

/** `POST /store/institution/occurrences/:id/replenish` (补货): a second delivery of the same date. */
export const ReplenishInput = z.strictObject({ lines: z.array(z.strictObject({ variant_id: Id, quantity: Quantity })).min(1).max(100) })
export type ReplenishInput = z.infer<typeof ReplenishInput>

/** `POST /store/institution/occurrences/:id/substitute`: what is expected to be missing of one product is ordered as its substitute. */
export const SubstituteInput = z.strictObject({ variant_id: Id })
export type SubstituteInput = z.infer<typeof SubstituteInput>

/** `POST /store/institution/quick-entry`: a pasted list of SKU and quantity; `POST …/agreements/:id/quick-entry` takes a workbook as body, `GET` answers the template. */
export const QuickEntryInput = z.strictObject({ agreement_id: Id, text: z.string().min(1, "请粘贴内容").max(50_000) })
export type QuickEntryInput = z.infer<typeof QuickEntryInput>
export const QuickEntryRow = z.object({ row: z.number(), text: z.string(), variant_id: z.string().nullable(), title: z.string(), quantity: z.number().nullable(), error: z.string().nullable() })
export type QuickEntryRow = z.infer<typeof QuickEntryRow>
export const QuickEntry = z.object({ rows: z.array(QuickEntryRow), lines: z.array(z.object({ variant_id: z.string(), quantity: z.number() })), faults: z.number() })
export type QuickEntry = z.infer<typeof QuickEntry>

const PackingLine = z.object({ variant_id: z.string(), product_id: z.string(), title: z.string(), specification: z.string(), settle_by: SettleBy, /** What must come with it. */ papers: z.array(DeliveryCertificate), requested: z.number(), supplied: z.number(), deliveries: z.array(z.object({ occurrence_id: z.string(), organisation_name: z.string(), standing_order_name: z.string(), /** When the place receives; empty: any time. */ receives: z.string(), quantity: z.number(), /** As its agreement says. */ grade: z.string(), temperature: Temperature, /** What it was packed from, and whether that may still be said. */ lots: z.array(PackedLot), may_pack: z.boolean() })) })
/** `GET /admin/institution/packing?date=&seller_id=&format=json|pdf|xlsx`: what a producer harvests and packs for one date (采收装箱单). */
export const Packing = z.object({ date: z.string(), sellers: z.array(z.object({ id: z.string(), name: z.string(), rule: ShortageRule, lines: z.array(PackingLine) })) })
export type Packing = z.infer<typeof Packing>
export const PackingQuery = z.strictObject({ date: BusinessDate, seller_id: Id.optional(), format: z.enum(["json", "pdf", "xlsx"]).default("json") })
export type PackingQuery = z.infer<typeof PackingQuery>

/** `GET /admin/institution/run-digest?date=` → by organisation: what became of the day's deliveries, and their money. */
export const OrganisationDigest = z.object({ organisation_id: z.string(), name: z.string(), expected: z.number(), states: z.record(z.string(), z.number()), total_fen: FenAmount, short: z.array(z.string()) })
export type OrganisationDigest = z.infer<typeof OrganisationDigest>

/** `GET /admin/institution/dry-run?date=` → what a run would do now; nothing is written. */
export const DryRun = z.object({
  planned: z.number(), placed: z.number(), short: z.number(), failed: z.number(), total_fen: FenAmount,
  problems: z.array(z.object({ occurrence_id: z.string(), organisation_name: z.string(), delivery_date: z.string(), title: z.string(), settle_by: SettleBy, requested: z.number(), supplied: z.number(), reason: z.string() })),
})
export type DryRun = z.infer<typeof DryRun>


import { z } from "zod"
import { BusinessDate, FenAmount } from "./common.js"
import { PurchaseReason } from "./donation.js"
import { Occurrence } from "./institution.js"
import { FundSource, OutsidePurchase, PlanProgress } from "./share.js"
import { StatementSummary } from "./statement.js"

const Id = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/, "编号格式不正确")
const Year = z.coerce.number().int().min(2020).max(2100)

/**
 * Something that waits for an answer of the unit: what will be missing, an agreement or a plan to be looked at, terms proposed by the
 * other side, quotes to choose from; of pre-production contracts what is to be paid, answered or accepted.
 */
export const DeskTask = z.object({
  kind: z.enum(["shortage", "conflict", "failed", "renewal", "proposal", "invitation", "demand", "filing", "preorder_due", "preorder_overdue", "preorder_answer", "preorder_accept"]), id: z.string(), title: z.string(), detail: z.string(),
})
export type DeskTask = z.infer<typeof DeskTask>

/** `GET /store/institution/today?organisation_id=`: the desk's first page in one answer; what a role cannot act on is left out of it. */
export const DeskToday = z.object({
  today: z.string(), arrived: z.array(Occurrence), coming: z.array(Occurrence),
  approvals: z.array(z.object({ id: z.string(), title: z.string(), on_day: z.string(), amount_fen: FenAmount })),
  statements: z.array(StatementSummary), tasks: z.array(DeskTask),
  due: z.object({ orders: z.number().int(), due_fen: FenAmount }),
  standing: z.object({ active: z.number().int(), paused: z.number().int() }),
  share: z.object({ title: z.string(), target_fen: FenAmount.nullable(), paid_fen: FenAmount, gap_fen: FenAmount, forecast_fen: FenAmount, state: PlanProgress.shape.state }).nullable(),
  helped: z.object({ month: z.string(), households: z.number().int(), total_fen: FenAmount }),
})
export type DeskToday = z.infer<typeof DeskToday>

export const UnitYearQuery = z.strictObject({ organisation_id: Id, year: Year.optional() })
export type UnitYearQuery = z.infer<typeof UnitYearQuery>

/** Fen of one heading by stage. */
const Stages = { provisional_fen: FenAmount, payable_fen: FenAmount, settled_fen: FenAmount, total_fen: FenAmount }

/** `GET /store/institution/impact?organisation_id=&year=`: whom a unit's purchases of a year helped, to the fen as the ledger has it, by the days its money and goods moved. */
export const UnitImpact = z.object({
  organisation_id: z.string(), organisation_name: z.string(), year: z.number().int(), as_of: z.string(), ...Stages,
  /** Of the sum, what waits for a household to be named. */
  suspense_fen: FenAmount, households: z.number().int(), orders: z.number().int(), paid_fen: FenAmount,
  /** What was paid of it for a stated reason (R26). */
  reasons: z.array(z.object({ reason: PurchaseReason, paid_fen: FenAmount })),
  /** What was paid of it for goods given away (爱心捐赠), by who had them. */
  given: z.array(z.object({ name: z.string(), paid_fen: FenAmount })),
  /** Apart from all of this: what was paid here by others whose purchases count for its plans (its caterers, units of its group or shared canteen). */
  counted: z.array(z.object({ organisation_id: z.string(), name: z.string(), paid_fen: FenAmount })),
  /** 直采直供基地 (R32) that it supported in the year, with what it paid for their goods and whom that reached. */
  bases: z.object({ bases: z.number().int(), paid_fen: FenAmount, households: z.number().int() }),
  /** By the town in which households live. */
  places: z.array(z.object({ place: z.string(), households: z.number().int(), ...Stages })), months: z.array(FenAmount),
  /** The last sealed block that holds all of it but what still waits; null before the first. */
  seal: z.object({ height: z.number().int(), hash: z.string(), sealed_at: z.string() }).nullable(),
  /** The last certificate issued for the year. */
  certificate: z.object({ number: z.string(), version: z.number().int(), issued_at: z.string(), total_fen: FenAmount }).nullable(),
})
export type UnitImpact = z.infer<typeof UnitImpact>

/** `POST /store/institution/impact/certificates` → `{ number, version }`; its PDF at `GET …/certificates/:number`. */
export const ImpactCertificateInput = z.strictObject({ organisation_id: Id, year: z.number().int().min(2020).max(2100) })
export type ImpactCertificateInput = z.infer<typeof ImpactCertificateInput>

/** One row of a list of purchases made elsewhere: what was read, or what is wrong with it. */
export const OutsideRow = z.object({
  row: z.number().int(), text: z.string(), error: z.string().nullable(),
  entry: z.object({ platform: z.enum(["platform_832", "other"]), source: FundSource, seller: z.string(), goods: z.string(), origin_code: z.string(), amount_fen: FenAmount, paid_on: BusinessDate }).nullable(),
})
export type OutsideRow = z.infer<typeof OutsideRow>

/** `POST /store/institution/outside-purchases/lists` `{ organisation_id, text }`, or a workbook at `…/lists/:organisation_id`: read, nothing written. */
export const OutsideListInput = z.strictObject({ organisation_id: Id, text: z.string().min(1, "请粘贴或上传清单").max(40_000) })
export type OutsideListInput = z.infer<typeof OutsideListInput>
export const OutsideList = z.object({ rows: z.array(OutsideRow), faults: z.number().int(), total_fen: FenAmount })
export type OutsideList = z.infer<typeof OutsideList>

/** `POST /store/institution/outside-purchases/batches`: rows of a list that share one proof; all of them, or none. */
export const OutsideBatchInput = z.strictObject({
  organisation_id: Id, text: OutsideListInput.shape.text,
  proof_name: z.string().trim().min(1).max(120).regex(/^[^<>{}[\];'"`\\\p{Cc}]*$/u, "请勿使用引号、尖括号、分号等符号"), proof: z.string().min(8).max(14_000_000).regex(/^[A-Za-z0-9+/]+={0,2}$/, "请上传 PDF、JPG 或 PNG 文件"),
})
export type OutsideBatchInput = z.infer<typeof OutsideBatchInput>
export const OutsideBatch = z.object({ outside_purchases: z.array(OutsidePurchase) })
export type OutsideBatch = z.infer<typeof OutsideBatch>

/** `GET /store/institution/credits?order_id=` (R27): where one's own order may be counted, and where it is. */
export const CreditQuery = z.strictObject({ order_id: Id })
export type CreditQuery = z.infer<typeof CreditQuery>
export const CreditChoice = z.object({ organisations: z.array(z.object({ id: z.string(), name: z.string() })), credited_to: z.object({ id: z.string(), name: z.string() }).nullable() })
export type CreditChoice = z.infer<typeof CreditChoice>

/** `GET /store/institution/year-sheet?organisation_id=&year=&plan_id=`: every payment that counts for one plan, for print. */
export const YearSheetQuery = z.strictObject({ ...UnitYearQuery.shape, plan_id: Id, format: z.enum(["pdf", "xlsx"]).default("pdf") })
export type YearSheetQuery = z.infer<typeof YearSheetQuery>

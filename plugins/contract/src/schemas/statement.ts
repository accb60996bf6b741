import { z } from "zod"
import { OrderPayment } from "./checkout.js"
import { BusinessDate, FenAmount, Period } from "./common.js"
import { UnitOrderSource } from "./institution.js"
import { SettleBy } from "./supply-terms.js"

const Plain = (max: number) => z.string().trim().max(max).regex(/^[^<>{}[\];'"`\\\p{Cc}]*$/u, "请勿使用引号、尖括号、分号等符号")
const Id = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/, "编号格式不正确")
const Reason = Plain(200).min(2, "请说明原因")
const Party = z.object({ id: z.string(), name: z.string() })

/** 草稿, 已发送, 有异议, 已调整, 已确认, 已结清. */
export const StatementState = z.enum(["draft", "sent", "disputed", "adjusted", "confirmed", "settled"])
export type StatementState = z.infer<typeof StatementState>

/** One accepted line of one delivery. `due_fen` is `amount_fen` after the adjustment that both sides agreed on. */
export const StatementLine = z.object({
  id: z.string(), order_id: z.string(), display_id: z.number(), occurrence_id: z.string(), delivery_date: z.string(), title: z.string(), specification: z.string(),
  /** In kilograms where the line is settled by weight. */
  quantity: z.number(), settle_by: SettleBy, unit_price_fen: FenAmount, amount_fen: FenAmount, due_fen: FenAmount,
  /** The delivery lies in an earlier month, whose statement had gone out. */
  is_late: z.boolean(), dispute: z.string().nullable(), resolution: z.string().nullable(),
})
export type StatementLine = z.infer<typeof StatementLine>

/** 对账单 of one month, organisation and producer. `number` is also the 附言 of the transfer. */
export const StatementSummary = z.object({
  id: z.string(), number: z.string(), month: z.string(), organisation: Party, seller: Party.nullable(), state: StatementState, revision: z.number(),
  due_fen: FenAmount, paid_fen: FenAmount, open_fen: FenAmount,
  /** Deliveries of the month that nobody has accepted yet: they come on a later statement. */
  waiting: z.number(),
  sent_at: z.string().nullable(), confirmed_at: z.string().nullable(), settled_at: z.string().nullable(), sha256: z.string().nullable(),
})
export type StatementSummary = z.infer<typeof StatementSummary>

/** `GET /store/institution/statements/:id` → `{ statement }`; `transfer` for those who may pay, once it is confirmed and something is open. */
export const Statement = StatementSummary.extend({ lines: z.array(StatementLine), transfer: OrderPayment.shape.transfer })
export type Statement = z.infer<typeof Statement>

export const StatementFilter = z.strictObject({ organisation_id: Id.optional(), month: Period.optional(), state: StatementState.optional() })
export type StatementFilter = z.infer<typeof StatementFilter>

/** `POST /admin/institution/statements`: draws up the month for every organisation in scope, or one. Again only follows what changed in drafts. */
export const DrawStatementsInput = z.strictObject({ month: Period, organisation_id: Id.optional() })
export type DrawStatementsInput = z.infer<typeof DrawStatementsInput>

/** `POST …/statements/:id/confirm`: what was read is what is confirmed. */
export const ConfirmStatementInput = z.strictObject({ revision: z.number().int().min(1) })
export type ConfirmStatementInput = z.infer<typeof ConfirmStatementInput>

/** `POST …/statements/:id/dispute` */
export const DisputeInput = z.strictObject({ lines: z.array(z.strictObject({ line_id: Id, reason: Reason })).min(1).max(500) })
export type DisputeInput = z.infer<typeof DisputeInput>

/** `POST /admin/institution/statements/:id/adjust`: every disputed line named gets its amount, the old one where the dispute is not accepted. */
export const AdjustInput = z.strictObject({ lines: z.array(z.strictObject({ line_id: Id, due_fen: z.number().int().min(0).max(100_000_000_000), resolution: Reason })).min(1).max(500) })
export type AdjustInput = z.infer<typeof AdjustInput>

export const BankMatch = z.enum(["exact", "partial", "over", "unmatched", "known"])
export type BankMatch = z.infer<typeof BankMatch>

/** What became, or in a dry run would become, of one row of a bank file. `line` counts from 1 as people see it. */
export const BankFileRow = z.object({
  line: z.number(), received_on: z.string(), amount_fen: FenAmount, payer: z.string(), reference: z.string(), memo: z.string(),
  match: BankMatch, statement_number: z.string().nullable(), organisation_name: z.string().nullable(), reason: z.string().nullable(),
})
export type BankFileRow = z.infer<typeof BankFileRow>

/** `POST /admin/institution/bank-files?filename=&dry_run=true`, the CSV as body. */
export const BankFileResult = z.object({
  dry_run: z.boolean(), encoding: z.enum(["utf-8", "gbk"]), rows: z.array(BankFileRow), passed_over: z.number(),
  faults: z.array(z.object({ line: z.number(), message: z.string() })), booked_fen: FenAmount,
})
export type BankFileResult = z.infer<typeof BankFileResult>
export const BankFileQuery = z.strictObject({ filename: Plain(120).default("流水.csv"), dry_run: z.enum(["true", "false"]).default("false") })

/** `GET /admin/institution/bank-rows?state=open` → `{ rows }`: money that arrived and is not, or not wholly, booked on orders. */
export const BankRow = z.object({
  id: z.string(), line: z.number(), filename: z.string(), received_on: z.string(), amount_fen: FenAmount, booked_fen: FenAmount, open_fen: FenAmount, returned_fen: FenAmount,
  payer: z.string(), reference: z.string(), memo: z.string(), match: BankMatch, organisation: Party.nullable(), statement_number: z.string().nullable(), reason: z.string().nullable(),
})
export type BankRow = z.infer<typeof BankRow>
export const BankRowQuery = z.strictObject({ state: z.enum(["open", "all"]).default("open") })

/** What a transfer can pay, each by its own code in the 附言. */
export const PayableKind = z.enum(["statement", "order", "campaign", "preorder"])
export type PayableKind = z.infer<typeof PayableKind>

/** `GET /admin/institution/bank-rows/:id/payables?q=`, a code or part of a unit's name → `{ payables }`: what the row could pay, and what would be left of both. */
export const BankPayable = z.object({
  kind: PayableKind, number: z.string(), party: z.string(), open_fen: FenAmount, pays_fen: FenAmount, remains_fen: FenAmount, left_fen: FenAmount, /** Why it cannot be paid now. */ closed: z.string().nullable(),
})
export type BankPayable = z.infer<typeof BankPayable>
export const BankPayablesQuery = z.strictObject({ q: z.string().trim().min(2).max(60) })

/** `POST /admin/institution/bank-rows/:id/resolve`: books what is left on what bears this code, sends it back, or says that it belongs to none. */
export const ResolveBankRowInput = z.discriminatedUnion("act", [
  z.strictObject({ act: z.literal("allocate"), number: z.string().regex(/^[A-Z]{2}[0-9A-Z]{6,12}$/, "识别码格式不正确"), reason: Reason }),
  z.strictObject({ act: z.literal("send_back"), reason: Reason }),
  z.strictObject({ act: z.literal("set_aside"), reason: Reason }),
])
export type ResolveBankRowInput = z.infer<typeof ResolveBankRowInput>

/** Asked for, issued, taken back by a red-letter invoice, withdrawn by the unit, declined by the seller. */
export const InvoiceState = z.enum(["requested", "issued", "red", "withdrawn", "declined"])
export type InvoiceState = z.infer<typeof InvoiceState>

const InvoicePart = z.number().int().min(1).max(100_000_000_000).optional()

/**
 * `POST /store/institution/invoices`: one invoice of one seller over several orders, or part of one (`amount_fen`; default what is not invoiced yet).
 * A campaign stands for all orders that it has with the seller, however many they are.
 */
export const InvoiceInput = z.strictObject({
  organisation_id: Id, title: Plain(80).min(2, "请填写发票抬头"),
  tax_number: z.string().trim().toUpperCase().regex(/^[0-9A-Z]{15,20}$/, "税号应为 15–20 位数字或大写字母"),
  kind: z.enum(["ordinary", "special"]).default("ordinary"), note: Plain(120).default(""),
  orders: z.array(z.strictObject({ order_id: Id, amount_fen: InvoicePart })).max(200).default([]),
  campaigns: z.array(z.strictObject({ campaign_id: Id, seller_id: z.string().regex(/^[A-Za-z0-9_-]{0,64}$/, "编号格式不正确"), amount_fen: InvoicePart })).max(20).default([]),
}).refine(({ orders, campaigns }) => orders.length + campaigns.length > 0, { message: "请至少选择一张订单", path: ["orders"] })
export type InvoiceInput = z.infer<typeof InvoiceInput>

/** `GET /store/institution/invoices?organisation_id=&campaign_id=` and `GET /admin/institution/invoices` → `{ invoices }`; orders of campaigns are counted, not listed. */
export const Invoice = z.object({
  id: z.string(), organisation: Party, seller: Party.nullable(), title: z.string(), tax_number: z.string(), kind: z.enum(["ordinary", "special"]), note: z.string(),
  state: InvoiceState, amount_fen: FenAmount, orders: z.array(z.object({ order_id: z.string(), display_id: z.number(), amount_fen: FenAmount })),
  campaigns: z.array(z.object({ campaign_id: z.string(), title: z.string(), orders: z.number(), amount_fen: FenAmount })), requested_at: z.string(),
  number: z.string().nullable(), issued_on: z.string().nullable(), sha256: z.string().nullable(),
  red_number: z.string().nullable(), red_on: z.string().nullable(), red_sha256: z.string().nullable(), red_reason: z.string().nullable(),
  /** Why the seller declined it. */
  declined_reason: z.string().nullable(),
})
export type Invoice = z.infer<typeof Invoice>

export const InvoiceQuery = z.strictObject({ organisation_id: Id.optional(), campaign_id: Id.optional() })
export type InvoiceQuery = z.infer<typeof InvoiceQuery>

/**
 * `GET /store/institution/invoiceable?organisation_id=` → `{ sellers }`, narrowed to a campaign, group buy, contract or occurrence by `about_id`: what no
 * live invoice covers yet of what is due, one seller at a time. A group buy's price is final once it is settled: before, nothing of it can be invoiced.
 */
export const InvoiceableQuery = z.strictObject({ organisation_id: Id, about_id: Id.optional() })
export type InvoiceableQuery = z.infer<typeof InvoiceableQuery>
export const InvoiceableSeller = z.object({
  /** Null: the house itself. */
  seller: Party.nullable(), left_fen: FenAmount,
  /** The latest 200; older ones come once these are invoiced. */
  orders: z.array(z.object({ order_id: z.string(), display_id: z.number(), source: UnitOrderSource, title: z.string(), on: z.string(), left_fen: FenAmount })),
  campaigns: z.array(z.object({ campaign_id: z.string(), title: z.string(), orders: z.number(), left_fen: FenAmount })),
})
export type InvoiceableSeller = z.infer<typeof InvoiceableSeller>

/** `POST /admin/institution/invoices/:id/issue?number=&issued_on=` and `…/red?number=&issued_on=&reason=`, the file as body. */
export const IssueInvoiceQuery = z.strictObject({ number: z.string().trim().regex(/^[0-9A-Za-z-]{6,30}$/, "发票号码应为 6–30 位数字或字母"), issued_on: BusinessDate })
export const RedInvoiceQuery = IssueInvoiceQuery.extend({ reason: Reason })

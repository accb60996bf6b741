import { z } from "zod"
import { FenAmount, Period, RegionCode } from "./common.js"
import { SealedBlock } from "./seal.js"
import { SaleSource } from "./totals.js"

const Id = z.string().min(1).max(64)

/** Stages of a benefit (预提, 应付, 已兑付). */
export const BenefitStage = z.enum(["provisional", "payable", "settled"])
export type BenefitStage = z.infer<typeof BenefitStage>

/** Why entries were posted: money came, money went back, goods were accepted; paid out, come back, written off; proved by evidence. */
export const JournalKind = z.enum(["sale", "reversal", "acceptance", "settlement", "payout_return", "write_off", "direct_purchase", "wages", "rent"])
export type JournalKind = z.infer<typeof JournalKind>

/** `GET /admin/benefit/entries`. `period` is the filing period (default 29th to 28th) that the event falls into. */
export const LedgerEntryQuery = z.strictObject({
  order_id: Id.optional(),
  /** The number that people read on an order. */
  order_number: z.coerce.number().int().min(1).max(2_147_483_647).optional(),
  household_id: Id.optional(),
  /** The office's own number of a household. */
  household_code: z.string().trim().min(1).max(40).optional(),
  period: Period.optional(),
  stage: BenefitStage.optional(),
  kind: JournalKind.optional(),
  /** Households of this division. */
  region: RegionCode.optional(),
  producer_id: Id.optional(),
  product_id: Id.optional(),
  organisation_id: Id.optional(),
  source: SaleSource.optional(),
  sort: z.enum(["oldest", "newest"]).default("oldest"),
  offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
  limit: z.coerce.number().int().min(1).max(1_000).default(200),
})
export type LedgerEntryQuery = z.infer<typeof LedgerEntryQuery>

/** One movement on one household's stage; `household_id` is null where a pool waits in suspense (待说明). */
export const LedgerEntry = z.object({
  id: z.string(),
  journal_id: z.string(),
  /** null where evidence stands for an order. */
  order_id: z.string().nullable(),
  order_number: z.number().int().nullable(),
  line_item_id: z.string().nullable(),
  household_id: z.string().nullable(),
  /** A household's name is masked, a collective's is not. */
  household: z.object({ code: z.string(), name: z.string() }).nullable(),
  stage: BenefitStage,
  kind: JournalKind,
  amount_fen: FenAmount,
  event_at: z.string(),
  recorded_at: z.string(),
})
export type LedgerEntry = z.infer<typeof LedgerEntry>
/** `totals` are of everything that the filter finds, whatever the stage and the page. */
export const LedgerEntryList = z.object({
  entries: z.array(LedgerEntry),
  count: z.number().int(),
  totals: z.object({ provisional_fen: FenAmount, payable_fen: FenAmount, settled_fen: FenAmount }),
})
export type LedgerEntryList = z.infer<typeof LedgerEntryList>

/** `POST /admin/benefit/reconcile`: orders looked at, journals written. Without `order_ids`: everything. */
export const ReconcileInput = z.strictObject({ order_ids: z.array(Id).max(1_000).optional() })
export type ReconcileInput = z.infer<typeof ReconcileInput>
export const Reconciled = z.object({ scanned: z.number().int(), posted: z.number().int() })
export type Reconciled = z.infer<typeof Reconciled>

/** `POST /admin/benefit/verify`: every fault found is a problem; the counts say what was looked at. */
export const LedgerProblem = z.object({
  code: z.enum([
    "unbalanced_journal", "altered_journal", "entry_without_journal", "journal_without_entries", "wrong_amount", "sale_without_capture",
    "unaccrued_capture", "unconfirmed_payment", "missing_trigger", "stuck_outbox", "negative_balance",
    "wrong_total", "unsealed_journal", "missing_journal", "altered_block", "altered_filing",
    "journal_without_evidence", "evidence_without_journal", "altered_evidence",
    "altered_document", "missing_document",
    "payout_differs", "settled_twice",
  ]),
  /** The row at fault: a journal, an order, a capture or a trigger. */
  id: z.string(),
  message: z.string(),
})
export type LedgerProblem = z.infer<typeof LedgerProblem>
export const LedgerVerified = z.object({
  ok: z.boolean(),
  journals: z.number().int(),
  entries: z.number().int(),
  /** Sealed blocks. */
  blocks: z.number().int(),
  /** Confirmed captures older than a minute that the ledger does not know. */
  unaccrued_captures: z.number().int(),
  problems: z.array(LedgerProblem),
})
export type LedgerVerified = z.infer<typeof LedgerVerified>

/** `GET /admin/benefit/ledger`: how complete and how sealed the ledger is now; of money, the last `days` days. Names nobody. */
export const LedgerState = z.object({
  days: z.number().int(),
  /** Confirmed captures older than a minute that the ledger does not know. */
  unaccrued_captures: z.number().int(),
  /** Sale postings of orders without a capture. */
  sales_without_capture: z.number().int(),
  /** Journals that wait for the next block. */
  unsealed_journals: z.number().int(),
  block: SealedBlock.nullable(),
})
export type LedgerState = z.infer<typeof LedgerState>

const AcceptedLines = z.union([
  z.literal("all"),
  z.array(z.strictObject({ line_item_id: Id, quantity: z.number().positive().max(1_000_000) })).min(1).max(500),
])

/** `POST /admin/benefit/orders/:id/acceptance` (验收). `source` names the act: the same source again changes nothing. */
export const GoodsAcceptanceInput = z.strictObject({
  source: z.string().trim().min(1).max(120),
  accepted_at: z.iso.datetime({ offset: true }).optional(),
  lines: AcceptedLines.default("all"),
})
export type GoodsAcceptanceInput = z.infer<typeof GoodsAcceptanceInput>

/** `POST /store/orders/:id/acceptance` (确认收货), by the customer whose order it is. */
export const BuyerAcceptanceInput = z.strictObject({ lines: AcceptedLines.default("all") })
export type BuyerAcceptanceInput = z.infer<typeof BuyerAcceptanceInput>
export const Accepted = z.object({ order_id: z.string(), lines: z.array(z.object({ line_item_id: z.string(), quantity: z.number() })) })
export type Accepted = z.infer<typeof Accepted>

/** `GET /ready` */
export const Readiness = z.object({
  ready: z.boolean(),
  checks: z.array(z.object({ name: z.enum(["database", "ledger_triggers", "ledger_worker", "ledger_outbox", "ledger_complete", "stock_guard", "search"]), ok: z.boolean(), detail: z.string() })),
})
export type Readiness = z.infer<typeof Readiness>

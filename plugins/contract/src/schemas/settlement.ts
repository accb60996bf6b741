import { z } from "zod"
import { BusinessDate, FenAmount, Period, RegionCode } from "./common.js"

const Id = z.string().min(1).max(64)
const Sentence = z.string().trim().min(4, "请写明事由（至少四个字）").max(500)
const Page = { offset: z.coerce.number().int().min(0).max(1_000_000).default(0), limit: z.coerce.number().int().min(1).max(200).default(50) }
/** A file as it is sent to us: bytes in base64, at most 10 MB of them. */
const Base64 = z.base64().min(1).max(14_000_000)

/** 待提交 → 待批准 → 已批准 → 付款中 → 已完成; 已取消 before it is approved. */
export const SettlementState = z.enum(["draft", "submitted", "approved", "paying", "done", "cancelled"])
export type SettlementState = z.infer<typeof SettlementState>
export const PaymentState = z.enum(["planned", "sent", "paid", "failed", "returned", "released"])
export type PaymentState = z.infer<typeof PaymentState>
export const AttemptState = z.enum(["ready", "sent", "paid", "failed", "returned"])
export type AttemptState = z.infer<typeof AttemptState>
/** 银行代发, 现金领款. */
export const PayoutMethod = z.enum(["bank", "cash"])
export type PayoutMethod = z.infer<typeof PayoutMethod>
export const Bearer = z.enum(["producer", "platform", "carrier"])
export type Bearer = z.infer<typeof Bearer>

/** `POST /admin/benefit/settlements`: prepares a run of everything payable before the period's end that belongs to none yet. */
export const SettlementInput = z.strictObject({ period: Period, region: RegionCode })
export type SettlementInput = z.infer<typeof SettlementInput>
export const SettlementQuery = z.strictObject({ period: Period.optional(), state: SettlementState.optional(), ...Page })
export type SettlementQuery = z.infer<typeof SettlementQuery>

const Actor = z.object({ by: z.string(), at: z.string() })
export const Settlement = z.object({
  id: z.string(), number: z.string(), period: z.string(), region_code: z.string(), region_name: z.string(), state: SettlementState,
  /** Share of a payment that may be kept back for what was paid before and taken back since. */
  cap_bp: z.number().int(),
  payments: z.number().int(), payments_fen: FenAmount, paid: z.number().int(), paid_fen: FenAmount, failed: z.number().int(), returned: z.number().int(),
  prepared: Actor, submitted: Actor.nullable(), approved: Actor.nullable(), cancelled: Actor.nullable(), cancel_reason: z.string().nullable(), done_at: z.string().nullable(),
})
export type Settlement = z.infer<typeof Settlement>
export const SettlementList = z.object({ settlements: z.array(Settlement), count: z.number().int() })
export type SettlementList = z.infer<typeof SettlementList>

/** A beneficiary as staff see it: household masked, collective named. */
const Named = z.object({ id: z.string(), code: z.string(), kind: z.enum(["household", "collective"]), name: z.string(), place: z.string() })
export const SettlementPayment = z.object({
  id: z.string(), beneficiary: Named, payee_name: z.string(), is_successor: z.boolean(), method: PayoutMethod, state: PaymentState,
  earned_fen: FenAmount, netted_fen: FenAmount, amount_fen: FenAmount,
  attempts: z.array(z.object({ id: z.string(), number: z.number().int(), method: PayoutMethod, reference: z.string(), state: AttemptState, reason: z.string().nullable(), at: z.string().nullable(), batch: z.number().int().nullable() })),
})
export type SettlementPayment = z.infer<typeof SettlementPayment>
/** Who gets nothing now and why: 暂停发放, or 冲回待抵 (what is owed is at least what was earned, or exceeds the cap). */
export const SettlementLeft = z.object({ beneficiary: Named, reason: z.enum(["held", "owed", "gave_up"]), earned_fen: FenAmount, owed_fen: FenAmount, note: z.string().nullable() })
export type SettlementLeft = z.infer<typeof SettlementLeft>
export const SettlementSuspense = z.object({ id: z.string(), producer_id: z.string(), linkage: z.string(), entries: z.number().int(), amount_fen: FenAmount, explanation: z.string().nullable(), explained: Actor.nullable() })
export type SettlementSuspense = z.infer<typeof SettlementSuspense>
export const PayoutBatch = z.object({ number: z.number().int(), method: PayoutMethod, payments: z.number().int(), amount_fen: FenAmount, by: z.string(), at: z.string(), scan: z.object({ id: z.string(), filename: z.string(), sha256: z.string(), by: z.string(), at: z.string() }).nullable() })
export type PayoutBatch = z.infer<typeof PayoutBatch>
/** `GET /admin/benefit/settlements/:id`: the run, a page of its payments, and all of its lists. */
export const SettlementDetailQuery = z.strictObject({ state: PaymentState.optional(), method: PayoutMethod.optional(), ...Page })
export type SettlementDetailQuery = z.infer<typeof SettlementDetailQuery>
export const SettlementDetail = z.object({
  settlement: Settlement, payments: z.array(SettlementPayment), count: z.number().int(), left: z.array(SettlementLeft), suspense: z.array(SettlementSuspense), batches: z.array(PayoutBatch),
})
export type SettlementDetail = z.infer<typeof SettlementDetail>

export const SettlementReason = z.strictObject({ reason: Sentence })
export type SettlementReason = z.infer<typeof SettlementReason>
/** `POST …/settlement-suspense/:id` */
export const SuspenseExplanation = z.strictObject({ explanation: Sentence })
export type SuspenseExplanation = z.infer<typeof SuspenseExplanation>
/** `POST …/settlements/:id/batches`: hands out what is to be paid this way; with `batch` the same file again. Full names and accounts: the reason is logged. */
export const PayoutBatchInput = z.strictObject({ method: PayoutMethod, batch: z.number().int().min(1).optional(), reason: Sentence })
export type PayoutBatchInput = z.infer<typeof PayoutBatchInput>
/** `POST …/settlements/:id/returns`: the bank's return file. */
export const ReturnFileInput = z.strictObject({ filename: z.string().trim().min(1).max(200), content: Base64 })
export type ReturnFileInput = z.infer<typeof ReturnFileInput>
export const ReturnFileResult = z.object({ lines: z.number().int(), paid: z.number().int(), failed: z.number().int(), returned: z.number().int(), unchanged: z.number().int() })
export type ReturnFileResult = z.infer<typeof ReturnFileResult>
/** `POST …/settlements/:id/scans`: the signed list of a cash batch. */
export const PayoutScanInput = z.strictObject({ batch: z.number().int().min(1), filename: z.string().trim().min(1).max(200), content: Base64 })
export type PayoutScanInput = z.infer<typeof PayoutScanInput>
/** `POST …/settlements/:id/cash`: who signed for the money of a batch, and who did not come; `unpaid` by payment id. */
export const CashResultInput = z.strictObject({ batch: z.number().int().min(1), unpaid: z.array(z.strictObject({ payment_id: Id, reason: Sentence })).max(10_000).default([]) })
export type CashResultInput = z.infer<typeof CashResultInput>
/** `POST …/settlement-payments/:id/retry` */
export const PayoutRetryInput = z.strictObject({ method: PayoutMethod.optional() })
export type PayoutRetryInput = z.infer<typeof PayoutRetryInput>

/** `POST /admin/benefit/settlement-holds` (暂停发放). */
export const HoldInput = z.strictObject({ household_code: z.string().trim().min(1).max(40), reason: Sentence })
export type HoldInput = z.infer<typeof HoldInput>
export const SettlementHold = z.object({ id: z.string(), beneficiary: Named, reason: z.string(), held: Actor, released: Actor.nullable(), release_reason: z.string().nullable() })
export type SettlementHold = z.infer<typeof SettlementHold>

/** `POST /admin/benefit/settlement-successors` (继任领款人): a person who is no beneficiary. A household that takes another's place is proposed in the roster. */
export const SuccessorInput = z.strictObject({
  household_code: z.string().trim().min(1).max(40), cause: z.enum(["death", "move"]), reason: Sentence,
  payee_name: z.string().trim().min(1).max(60), bank_account: z.string().trim().regex(/^\d{8,30}$/, "银行账号应为 8 至 30 位数字").optional(),
})
export type SuccessorInput = z.infer<typeof SuccessorInput>
export const SettlementSuccessor = z.object({
  id: z.string(), beneficiary: Named, cause: z.enum(["death", "move"]), reason: z.string(), payee_name: z.string(), bank_account: z.string().nullable(),
  named: Actor, approved: Actor.nullable(), ended: Actor.nullable(),
})
export type SettlementSuccessor = z.infer<typeof SettlementSuccessor>

/** `POST /admin/benefit/settlement-write-offs` (核销). */
export const WriteOffInput = z.strictObject({ household_code: z.string().trim().min(1).max(40), amount_fen: z.number().int().min(1).max(10_000_000_000), bearer: Bearer, reason: Sentence })
export type WriteOffInput = z.infer<typeof WriteOffInput>
export const WriteOffDecision = z.strictObject({ approve: z.boolean() })
export type WriteOffDecision = z.infer<typeof WriteOffDecision>
export const SettlementWriteOff = z.object({
  id: z.string(), beneficiary: Named, amount_fen: FenAmount, bearer: Bearer, reason: z.string(), state: z.enum(["proposed", "approved", "rejected"]), proposed: Actor, decided: Actor.nullable(),
})
export type SettlementWriteOff = z.infer<typeof SettlementWriteOff>

/** `GET`, `POST /admin/benefit/settlement-settings`: the longest matching region counts; "" is everywhere else. */
export const SettlementSetting = z.strictObject({ region: z.union([z.literal(""), RegionCode]), cap_bp: z.number().int().min(0).max(10_000) })
export type SettlementSetting = z.infer<typeof SettlementSetting>
export const SettlementCases = z.object({
  holds: z.array(SettlementHold), successors: z.array(SettlementSuccessor), write_offs: z.array(SettlementWriteOff), settings: z.array(SettlementSetting),
})
export type SettlementCases = z.infer<typeof SettlementCases>

/** `GET /admin/benefit/settlement-statements/:id` (农户对账单); business dates, both inclusive. */
export const StatementQuery = z.strictObject({ from: BusinessDate.optional(), to: BusinessDate.optional(), format: z.enum(["json", "xlsx", "pdf"]).default("json") })
export type StatementQuery = z.infer<typeof StatementQuery>
export const BenefitStatement = z.object({
  household: Named, from: z.string(), to: z.string(),
  earned: z.array(z.object({ day: z.string(), order_number: z.string(), kind: z.enum(["earned", "taken_back", "written_off"]), amount_fen: FenAmount })),
  payouts: z.array(z.object({ day: z.string(), number: z.string(), reference: z.string(), payee_name: z.string(), earned_fen: FenAmount, netted_fen: FenAmount, amount_fen: FenAmount, kind: z.enum(["paid", "returned"]) })),
  /** What was paid into the household's hand outside the shop, by its approved voucher; never part of what is outstanding. */
  evidence: z.array(z.object({ day: z.string(), number: z.string(), kind: z.enum(["direct_purchase", "wages", "rent"]), payer_name: z.string(), amount_fen: FenAmount })), evidence_fen: FenAmount,
  /** Before `from`, in between, and what is left to pay at the end: opening + earned − paid = outstanding. */
  opening_fen: FenAmount, earned_fen: FenAmount, paid_fen: FenAmount, outstanding_fen: FenAmount,
})
export type BenefitStatement = z.infer<typeof BenefitStatement>

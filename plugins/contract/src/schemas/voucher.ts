import { z } from "zod"
import { BusinessDate, FenAmount, Period } from "./common.js"

const Id = z.string().min(1).max(64)
const Line = (max: number) => z.string().trim().min(1).max(max).regex(/^[^\p{Cc}<>]+$/u, "不能含有换行、控制字符或尖括号")
const Reason = z.string().trim().min(4, "请写明事由，至少四个字").max(200).regex(/^[^\p{Cc}<>]+$/u, "不能含有换行、控制字符或尖括号")

/** 直接采购 (R62), 劳务报酬 and 财产性收入 (R55, R76): benefit that a document proves, not a sale in the shop. */
export const VoucherKind = z.enum(["direct_purchase", "wages", "rent"])
export type VoucherKind = z.infer<typeof VoucherKind>

/** A draft waits for a second person. What was approved stays; a correction takes its place. */
export const VoucherState = z.enum(["draft", "approved", "rejected", "withdrawn", "corrected"])
export type VoucherState = z.infer<typeof VoucherState>

export const PaymentWay = z.enum(["bank_transfer", "cash", "mobile", "card"])
export type PaymentWay = z.infer<typeof PaymentWay>

/** `POST /admin/benefit/vouchers`: one purchase from one household, made outside the shop. */
export const DirectPurchaseInput = z.strictObject({
  /** The office's own number of the household. */
  household_code: z.string().trim().min(3).max(40),
  buyer_unit: Line(60),
  /** 结对帮扶人 of that unit, where a person bought. */
  buyer_person: Line(20).nullable().default(null),
  goods: Line(60),
  /** Number, unit and specification, as people say it: 20 斤. */
  quantity: Line(40),
  amount_fen: z.number().int().min(1).max(100_000_000),
  traded_on: BusinessDate,
  payment_way: PaymentWay,
})
export type DirectPurchaseInput = z.infer<typeof DirectPurchaseInput>

/** `GET /admin/benefit/vouchers` */
export const VoucherQuery = z.strictObject({
  kind: VoucherKind.optional(),
  state: VoucherState.optional(),
  period: Period.optional(),
  /** Posted, or taken back, by this journal. */
  journal_id: Id.optional(),
  /** In the number or in the payer's name. */
  q: z.string().trim().max(60).optional(),
  offset: z.coerce.number().int().min(0).max(100_000).default(0),
  limit: z.coerce.number().int().min(1).max(100).default(50),
})
export type VoucherQuery = z.infer<typeof VoucherQuery>

/** `POST /admin/benefit/vouchers/:id/reject` and `/withdraw` */
export const VoucherReason = z.strictObject({ reason: Reason })
export type VoucherReason = z.infer<typeof VoucherReason>

/** `POST /admin/benefit/vouchers/:id/correct`: the right rows by position (a row left out falls away), or none at all: then it is taken back whole. */
export const VoucherCorrection = z.strictObject({
  reason: Reason,
  rows: z.array(z.strictObject({ position: z.number().int().min(0), amount_fen: z.number().int().min(1).max(100_000_000), goods: Line(60).optional(), quantity: Line(40).optional() })).max(5_000).default([]),
})
export type VoucherCorrection = z.infer<typeof VoucherCorrection>

/** A household's name is masked, a collective's is not. */
export const VoucherRow = z.object({
  position: z.number().int(),
  household_id: z.string(),
  household_code: z.string(),
  household_name: z.string(),
  place: z.string(),
  goods: z.string(),
  quantity: z.string(),
  amount_fen: FenAmount,
  paid_on: z.string(),
  note: z.string().nullable(),
})
export type VoucherRow = z.infer<typeof VoucherRow>

export const Voucher = z.object({
  id: z.string(),
  number: z.string(),
  kind: VoucherKind,
  state: VoucherState,
  region_code: z.string(),
  /** The filing period in which its last day lies. */
  period: z.string(),
  payer_name: z.string(),
  payer_person: z.string().nullable(),
  payment_way: PaymentWay.nullable(),
  paid_on: z.string(),
  total_fen: FenAmount,
  row_count: z.number().int(),
  corrects: z.object({ id: z.string(), number: z.string(), reason: z.string() }).nullable(),
  corrected_by: z.object({ id: z.string(), number: z.string() }).nullable(),
  created_by: z.object({ id: z.string(), email: z.string().nullable() }),
  created_at: z.string(),
  decided_by: z.object({ id: z.string(), email: z.string().nullable() }).nullable(),
  decided_at: z.string().nullable(),
  decision_reason: z.string().nullable(),
  journal_id: z.string().nullable(),
  scan: z.object({ mime: z.string(), bytes: z.number().int(), sha256: z.string(), uploaded_at: z.string() }).nullable(),
})
export type Voucher = z.infer<typeof Voucher>
export const VoucherList = z.object({ vouchers: z.array(Voucher), count: z.number().int(), total_fen: FenAmount })
export type VoucherList = z.infer<typeof VoucherList>
/** `GET /admin/benefit/vouchers/:id`; with all its rows. */
export const VoucherDetail = Voucher.extend({ rows: z.array(VoucherRow) })
export type VoucherDetail = z.infer<typeof VoucherDetail>

/** `POST /admin/benefit/refunds/:id`: why money went back, who bears it, and whether the households keep their benefit. Said once. */
export const RefundCause = z.enum(["goods_bad", "damaged_in_transport", "shop_fault", "goodwill"])
export type RefundCause = z.infer<typeof RefundCause>
export const RefundCauseInput = z.strictObject({ cause: RefundCause, keeps_benefit: z.boolean() })
export type RefundCauseInput = z.infer<typeof RefundCauseInput>

/** `GET /admin/benefit/refunds?order_id=` */
export const RefundQuery = z.strictObject({ order_id: Id })
export const OrderRefund = z.object({
  id: z.string(),
  amount_fen: FenAmount,
  refunded_at: z.string(),
  note: z.string().nullable(),
  stated: z.object({ cause: RefundCause, bearer: z.enum(["producer", "carrier", "platform"]), keeps_benefit: z.boolean(), stated_by: z.string().nullable(), stated_at: z.string() }).nullable(),
})
export type OrderRefund = z.infer<typeof OrderRefund>
export const OrderRefundList = z.object({ refunds: z.array(OrderRefund) })
export type OrderRefundList = z.infer<typeof OrderRefundList>

import { z } from "zod"
import { BenefitPreview } from "./benefit.js"
import { FenAmount, Quantity, RegionCode } from "./common.js"
import { DonationChoice, PurchaseReason } from "./donation.js"

export const CartLineInput = z.strictObject({ variant_id: z.string().min(1).max(64), quantity: Quantity })
export type CartLineInput = z.infer<typeof CartLineInput>

const Text = (max: number) => z.string().trim().min(1).max(max)

/** Where goods go. Province, city and county come from our own divisions by `county_code`; the rest is typed. */
export const DeliveryAddress = z.strictObject({
  name: Text(40),
  phone: z.string().regex(/^1[3-9]\d{9}$|^0\d{2,3}-?\d{7,8}$/, "请填写 11 位手机号或带区号的座机"),
  county_code: RegionCode,
  detail: Text(120),
})
export type DeliveryAddress = z.infer<typeof DeliveryAddress>

/** `POST /store/checkout/quote`: what these goods cost, how they can be sent, whom they help. Writes nothing. */
export const QuoteInput = z.strictObject({
  items: z.array(CartLineInput).min(1).max(100),
  promo_codes: z.array(Text(40)).max(5).default([]),
})
export type QuoteInput = z.infer<typeof QuoteInput>

export const QuoteLine = z.object({
  variant_id: z.string(),
  product_id: z.string(),
  handle: z.string(),
  title: z.string(),
  specification: z.string(),
  thumbnail: z.string().nullable(),
  quantity: z.number().int(),
  unit_price_fen: FenAmount,
  total_fen: FenAmount,
  /** Why this line cannot be bought as it stands; null when it can. When stock is the reason, `available` says how many can still be had. */
  problem: z.object({ code: z.string(), message: z.string(), available: z.number().int().optional() }).nullable(),
})

export const Quote = z.object({
  lines: z.array(QuoteLine),
  goods_fen: FenAmount,
  discount_fen: FenAmount,
  shipping_options: z.array(z.object({ id: z.string(), name: z.string(), description: z.string(), amount_fen: FenAmount,
    /** Fetched by the buyer: nothing for a gift. */
    is_pickup: z.boolean() })),
  payment_methods: z.array(z.object({ provider_id: z.string(), kind: z.enum(["demo", "transfer", "stripe"]), name: z.string(), description: z.string() })),
  benefit: BenefitPreview,
})
export type Quote = z.infer<typeof Quote>

/** `POST /store/checkout`: a cart ready to be completed, in one call. The same `idempotency_key` answers the same cart. */
export const CheckoutInput = z.strictObject({
  idempotency_key: z.uuid(),
  items: z.array(CartLineInput).min(1).max(100),
  email: z.email("请填写有效的邮箱").max(120),
  /** Where it goes, or to whom it is given (爱心捐赠): one of the two. */
  address: DeliveryAddress.nullable().default(null),
  donation: DonationChoice.nullable().default(null),
  reason: PurchaseReason.default("own_use"),
  shipping_option_id: z.string().min(1).max(64),
  payment_provider_id: z.string().min(1).max(64),
  promo_codes: z.array(Text(40)).max(5).default([]),
  remark: z.string().trim().max(200).default(""),
}).refine(({ address, donation }) => (address === null) !== (donation === null), { path: ["address"], message: "请填写收货信息，或选择受赠单位" })
export type CheckoutInput = z.infer<typeof CheckoutInput>

/** Then `POST /store/carts/:id/complete` of core, or the payment provider's own page before it. */
export const Checkout = z.object({
  cart_id: z.string(),
  goods_fen: FenAmount,
  shipping_fen: FenAmount,
  discount_fen: FenAmount,
  total_fen: FenAmount,
  payment: z.object({ provider_id: z.string(), client_secret: z.string().nullable() }),
})
export type Checkout = z.infer<typeof Checkout>

/** `POST /admin/checkout/orders/:id/transfers`: money of a bank transfer arrived (对公转账到账). */
export const TransferInput = z.strictObject({
  amount_fen: z.number().int().positive().max(2_000_000_000, "一笔到账不能超过 2000 万元，请分笔登记"),
  reference: Text(64),
  received_on: z.iso.date(),
})
export type TransferInput = z.infer<typeof TransferInput>

/** `GET /store/orders/:id/payment`: how an order is paid, and where a transfer goes (the store's metadata `bank_account`) with the 附言 that names it. */
export const OrderPayment = z.object({
  order_id: z.string(),
  method: z.enum(["demo", "transfer", "stripe", "other"]),
  state: z.enum(["awaiting_payment", "partly_paid", "paid", "partly_refunded", "refunded", "cancelled"]),
  total_fen: FenAmount,
  paid_fen: FenAmount,
  refunded_fen: FenAmount,
  /** null once nothing is due, or when it is not paid by transfer. */
  transfer: z.object({ payee: z.string(), bank: z.string(), account: z.string(), reference: z.string(), due_fen: FenAmount }).nullable(),
  /** Whom the goods are given to (爱心捐赠); null when the buyer keeps them. */
  donation: z.object({ recipient_name: z.string(), place: z.string() }).nullable(),
})
export type OrderPayment = z.infer<typeof OrderPayment>

/** What the order's transfers say after one more. The same reference on one order is one receipt. */
export const TransferReceipt = z.object({
  receipt_id: z.string(),
  order_id: z.string(),
  capture_id: z.string(),
  amount_fen: FenAmount,
  due_fen: FenAmount,
})
export type TransferReceipt = z.infer<typeof TransferReceipt>

import { z } from "zod"
import { DeliveryAddress } from "./checkout.js"
import { FenAmount, Quantity } from "./common.js"
import { OwnReason } from "./donation.js"

const Id = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/, "编号格式不正确")
const Text = (max: number) => z.string().trim().min(1).max(max)
const Units = z.number().int().min(1).max(100_000)

/** From so many pieces sold, every piece costs this; tax included. */
export const GroupBuyTier = z.strictObject({ from_units: Units, price_fen: z.number().int().min(1).max(100_000_000) })
export type GroupBuyTier = z.infer<typeof GroupBuyTier>

/** What is kept: `open` sells between start and end; at the end it is `reached` or `failed`; `settled` and `closed` once everybody's money is settled. */
export const GroupBuyState = z.enum(["draft", "open", "reached", "failed", "settled", "closed", "cancelled"])
export type GroupBuyState = z.infer<typeof GroupBuyState>

/** `POST /admin/institution/group-buys` (团购, R19): a draft. The first tier is the minimum, and its price the one that everybody pays on joining. */
export const GroupBuyInput = z.strictObject({
  title: Text(60),
  /** Why now, in the seller's words. */
  note: z.string().trim().max(300).default(""),
  variant_id: Id,
  starts_at: z.iso.datetime({ offset: true }),
  ends_at: z.iso.datetime({ offset: true }),
  tiers: z.array(GroupBuyTier).min(1).max(5),
  /** How many pieces there are at most; set aside from the shelf when it opens. */
  capacity: Units,
  per_buyer_cap: Quantity,
})
export type GroupBuyInput = z.infer<typeof GroupBuyInput>

/** `POST /admin/institution/group-buys/:id/steps`. Cancelling gives everybody their money back and needs a reason. */
export const GroupBuyStep = z.strictObject({ step: z.enum(["open", "cancel"]), reason: z.string().trim().max(200).default("") })
export type GroupBuyStep = z.infer<typeof GroupBuyStep>

/** `GET /store/group-buys` → `{ group_buys }`, `GET /store/group-buys/:id` → `{ group_buy }`: what everybody sees. `units` are paid for. */
export const GroupBuy = z.object({
  id: z.string(), title: z.string(), note: z.string(),
  variant_id: z.string(), product_title: z.string(), specification: z.string(), handle: z.string(), thumbnail: z.string().nullable(),
  seller: z.object({ id: z.string(), name: z.string() }).nullable(),
  /** Of the designation in force now. */
  designation: z.string().nullable(),
  origin: z.string(),
  shelf_price_fen: FenAmount.nullable(),
  state: GroupBuyState, starts_at: z.string(), ends_at: z.string(),
  /** Whether one can join at this moment. */
  can_join: z.boolean(),
  tiers: z.array(GroupBuyTier), capacity: z.number().int(), per_buyer_cap: z.number().int(),
  buyers: z.number().int(), units: z.number().int(), left: z.number().int(),
  /** What is paid on joining; what it would come to if it ended now (null below the minimum), or what it came to. */
  opening_price_fen: FenAmount, price_now_fen: FenAmount.nullable(), final_price_fen: FenAmount.nullable(),
  next: GroupBuyTier.extend({ missing: z.number().int() }).nullable(),
  reason: z.string().nullable(),
})
export type GroupBuy = z.infer<typeof GroupBuy>

/** `POST /store/group-buys/:id/quote` → `Quote` at the opening price. Writes nothing. */
export const GroupBuyQuoteInput = z.strictObject({ quantity: Quantity })
export type GroupBuyQuoteInput = z.infer<typeof GroupBuyQuoteInput>

/** `POST /store/group-buys/:id/join` → `Checkout`: a cart to be completed and paid within half an hour. */
export const GroupBuyJoinInput = z.strictObject({
  idempotency_key: z.uuid(),
  quantity: Quantity,
  /** The organisation that buys; null: oneself. */
  organisation_id: Id.nullable().default(null),
  email: z.email("请填写有效的邮箱").max(120),
  address: DeliveryAddress,
  /** Of oneself null is 自用. */
  reason: OwnReason,
  shipping_option_id: z.string().min(1).max(64),
  payment_provider_id: z.string().min(1).max(64),
  remark: z.string().trim().max(200).default(""),
})
export type GroupBuyJoinInput = z.infer<typeof GroupBuyJoinInput>

/**
 * How far a buyer's part is: `paying` (half an hour), `lapsed`, `unpaid` (a transfer not yet arrived), `joined`, `leaving`,
 * then `settled` (at the reached price), `left`, `refunded`, or `dropped` (not paid in time).
 */
export const GroupBuyPartState = z.enum(["paying", "lapsed", "unpaid", "joined", "leaving", "settled", "left", "refunded", "dropped"])
export type GroupBuyPartState = z.infer<typeof GroupBuyPartState>

/** `GET /store/group-buys/mine` → `{ parts }`; `POST /store/group-buy-parts/:id/leave` → `{ part }`. */
export const GroupBuyPart = z.object({
  id: z.string(), group_buy: GroupBuy, state: GroupBuyPartState, quantity: z.number().int(), organisation_name: z.string().nullable(),
  order_id: z.string().nullable(), display_id: z.number().int().nullable(), joined_at: z.string(),
  paid_fen: FenAmount, refunded_fen: FenAmount, can_leave: z.boolean(),
})
export type GroupBuyPart = z.infer<typeof GroupBuyPart>

/** `GET /admin/institution/group-buys` → `{ group_buys: OfficeGroupBuy[] }`. `problems` are parts that a person must look at. */
export const OfficeGroupBuy = GroupBuy.extend({ paid_fen: FenAmount, refunded_fen: FenAmount, waiting: z.number().int(), problems: z.number().int() })
export type OfficeGroupBuy = z.infer<typeof OfficeGroupBuy>

/** `GET /admin/institution/group-buys/:id/parts` → `{ parts }`. A refund on a bank transfer is paid back by finance, by this amount. */
export const OfficeGroupBuyPart = GroupBuyPart.omit({ group_buy: true, can_leave: true }).extend({ by_transfer: z.boolean(), problem: z.string().nullable() })
export type OfficeGroupBuyPart = z.infer<typeof OfficeGroupBuyPart>

/** `POST /admin/institution/group-buys/run`: what is due now, also done on the hour. */
export const GroupBuyRun = z.object({ ended: z.number().int(), settled: z.number().int(), problems: z.number().int() })
export type GroupBuyRun = z.infer<typeof GroupBuyRun>

import { z } from "zod"
import { BenefitPreview } from "./benefit.js"
import { DeliveryAddress, OrderPayment } from "./checkout.js"
import { BusinessDate, FenAmount, Quantity } from "./common.js"
import { PackedLot } from "./lot.js"
import { OwnReason } from "./donation.js"
import { ShortageRule, SignedScan } from "./supply.js"
import { Id, PlainText } from "./supply-terms.js"

const Percent = z.number().int().min(1).max(100)
const Days = z.number().int().min(1).max(60)
const Units = z.number().int().min(1).max(9_999_999)

/** Paid in advance on a stated day, in percent of the contract. */
export const PreorderInstalment = z.strictObject({ due_on: BusinessDate, percent: Percent })
export type PreorderInstalment = z.infer<typeof PreorderInstalment>

/** What is stated in the offer and frozen into each contract (R53–54): money and what happens when the harvest is another than expected. */
export const PreorderRule = z.strictObject({
  /** Due so many days after signing. */
  deposit_percent: Percent, deposit_days: Days,
  instalments: z.array(PreorderInstalment).max(6).default([]),
  /** After so many days beyond a due day the contract lapses and everything paid is given back. */
  grace_days: Days,
  /** The balance is due so many days after acceptance. */
  balance_days: Days,
  /** Who is served first when the harvest is short. */
  shortage: ShortageRule,
  /** Whoever gets so much less than booked, in percent, may withdraw and gets everything back. */
  tolerance_percent: z.number().int().min(0).max(100),
  /** How much more than booked one may take, in percent, at the same price. */
  surplus_percent: z.number().int().min(0).max(100),
  /** Withdrawing and taking more are answered within so many days of the harvest's confirmation. */
  answer_days: Days,
})
export type PreorderRule = z.infer<typeof PreorderRule>

/** `POST /admin/institution/preorders` (订单式生产认购): a draft. */
export const PreorderOfferInput = z.strictObject({
  title: PlainText(60).min(2), note: PlainText(300).default(""), variant_id: Id,
  price_fen: z.number().int().min(1).max(100_000_000), expected_yield: Units,
  book_by: BusinessDate, harvest_from: BusinessDate, harvest_to: BusinessDate, rule: PreorderRule,
})
export type PreorderOfferInput = z.infer<typeof PreorderOfferInput>

/** `POST /admin/institution/preorders/:id/steps`. Cancelling ends every contract with everything given back, and says why. */
export const PreorderStep = z.strictObject({ step: z.enum(["open", "cancel"]), reason: PlainText(200).default("") })
export type PreorderStep = z.infer<typeof PreorderStep>

/** `POST …/preorders/:id/harvest`: entered by one, confirmed by another, who names what was entered. */
export const PreorderHarvestInput = z.strictObject({ act: z.enum(["enter", "confirm"]), actual_yield: z.number().int().min(0).max(9_999_999), reason: PlainText(200).min(2, "请写明产量的依据") })
export type PreorderHarvestInput = z.infer<typeof PreorderHarvestInput>

export const PreorderOfferState = z.enum(["draft", "open", "harvested", "cancelled"])
export type PreorderOfferState = z.infer<typeof PreorderOfferState>

/** `GET /store/institution/preorders?organisation_id=` → `{ offers, contracts }`; `GET …/preorders/:id` → `{ offer }`. */
export const PreorderOffer = z.object({
  id: z.string(), title: z.string(), note: z.string(), state: PreorderOfferState, reason: z.string().nullable(),
  variant_id: z.string(), product_title: z.string(), specification: z.string(), handle: z.string(), thumbnail: z.string().nullable(),
  producer: z.object({ id: z.string(), name: z.string() }), origin: z.string(), designation: z.string().nullable(),
  price_fen: FenAmount, expected_yield: z.number(), left: z.number(), can_book: z.boolean(),
  book_by: z.string(), harvest_from: z.string(), harvest_to: z.string(), rule: PreorderRule,
  harvest: z.object({ actual_yield: z.number(), reason: z.string(), entered_by: z.string(), confirmed_at: z.string().nullable(), answer_by: z.string().nullable() }).nullable(),
})
export type PreorderOffer = z.infer<typeof PreorderOffer>

/** `POST /store/institution/preorders/:id/preview` → `{ preview }`. Writes nothing. */
export const PreorderPreviewInput = z.strictObject({ organisation_id: Id, quantity: Quantity })
export type PreorderPreviewInput = z.infer<typeof PreorderPreviewInput>

/** One advance payment: how much of it is covered by what arrived. */
export const PreorderPaymentStep = z.object({ kind: z.enum(["deposit", "instalment", "balance"]), due_on: z.string().nullable(), amount_fen: FenAmount, paid_fen: FenAmount, is_overdue: z.boolean() })
export type PreorderPaymentStep = z.infer<typeof PreorderPaymentStep>
export const PreorderPreview = z.object({ total_fen: FenAmount, left: z.number(), steps: z.array(PreorderPaymentStep), benefit: BenefitPreview })
export type PreorderPreview = z.infer<typeof PreorderPreview>

/** `POST /store/institution/preorders/:id/book` → `{ contract }`. The same key again answers the same contract. */
export const PreorderBookInput = z.strictObject({
  idempotency_key: z.uuid(), organisation_id: Id, quantity: Quantity,
  delivery: DeliveryAddress.extend({ name: PlainText(40).min(1), detail: PlainText(120).min(1) }),
  reason: OwnReason,
})
export type PreorderBookInput = z.infer<typeof PreorderBookInput>

/** `requested` waits for the unit's own approval; `running` is signed. */
export const PreorderContractState = z.enum(["requested", "running", "done", "cancelled", "lapsed", "withdrawn"])
export type PreorderContractState = z.infer<typeof PreorderContractState>

export const PreorderDelivery = z.object({
  id: z.string(), sequence: z.number(), quantity: z.number(), deliver_on: z.string(), state: z.enum(["planned", "placed", "accepted", "called_off"]), problem: z.string().nullable(),
  order_id: z.string().nullable(), accepted: z.number().nullable(), reason: z.string().nullable(), accepted_at: z.string().nullable(), lots: z.array(PackedLot),
})
export type PreorderDelivery = z.infer<typeof PreorderDelivery>

/** A contract without the offer it hangs from. Advances are 预付款: they bring no benefit until goods are accepted. */
export const PreorderContract = z.object({
  id: z.string(), number: z.string(), offer: PreorderOffer, organisation: z.object({ id: z.string(), name: z.string() }), state: PreorderContractState, ended_reason: z.string().nullable(), booked_at: z.string(),
  booked: z.number(),
  /** By the harvest; null before. */
  allotted: z.number().nullable(), wants_more: z.number().nullable(), extra: z.number(),
  /** What it comes to now, and what of it: arrived, taken for accepted goods, paid back, still to be paid back, to be paid next. */
  total_fen: FenAmount, received_fen: FenAmount, applied_fen: FenAmount, paid_back_fen: FenAmount, owed_back_fen: FenAmount, due_fen: FenAmount,
  steps: z.array(PreorderPaymentStep), payments: z.array(z.object({ amount_fen: FenAmount, received_on: z.string(), reference: z.string() })),
  paybacks: z.array(z.object({ amount_fen: FenAmount, paid_on: z.string(), reference: z.string(), paid_by: z.string() })),
  deliveries: z.array(PreorderDelivery), may_withdraw: z.boolean(), may_take_more: z.number(), may_cancel: z.boolean(),
  benefit: BenefitPreview, transfer: OrderPayment.shape.transfer,
  /** The newest paper signed by both sides; its text is at `…/preorder-contracts/:id/paper`, itself at `…/scan`. */
  scan: SignedScan.nullable(),
})
export type PreorderContract = z.infer<typeof PreorderContract>

/** `POST /store/institution/preorder-contracts/:id/answer`: withdraw, or take up to so many more; `cancel` before any money arrived. */
export const PreorderAnswerInput = z.discriminatedUnion("answer", [
  z.strictObject({ answer: z.literal("withdraw") }),
  z.strictObject({ answer: z.literal("more"), quantity: z.number().int().min(0).max(9_999) }),
  z.strictObject({ answer: z.literal("cancel") }),
])
export type PreorderAnswerInput = z.infer<typeof PreorderAnswerInput>

/** `POST /admin/institution/preorder-deliveries/:id/acceptance`, from the note that the unit signed on paper; under `/store` a receiver signs an `AcceptanceSheetInput`. */
export const PreorderAcceptInput = z.strictObject({ accepted: z.number().int().min(0).max(9_999), reason: PlainText(120).default("") })
export type PreorderAcceptInput = z.infer<typeof PreorderAcceptInput>

/** `POST /admin/institution/preorder-contracts/:id/payments`: an advance that arrived. */
export const PreorderPaymentInput = z.strictObject({ amount_fen: z.number().int().min(1).max(1_000_000_000_000), reference: PlainText(60).min(4), received_on: BusinessDate })
export type PreorderPaymentInput = z.infer<typeof PreorderPaymentInput>

/** `POST …/preorder-contracts/:id/paybacks`: paid back to the unit's account by finance. */
export const PreorderPaybackInput = z.strictObject({ amount_fen: PreorderPaymentInput.shape.amount_fen, reference: PreorderPaymentInput.shape.reference, paid_on: BusinessDate })
export type PreorderPaybackInput = z.infer<typeof PreorderPaybackInput>

/** `POST …/preorder-contracts/:id/deliveries`: the next batch; the same sequence again changes nothing. */
export const PreorderDeliveryInput = z.strictObject({ sequence: z.number().int().min(1).max(99), quantity: Quantity, deliver_on: BusinessDate })
export type PreorderDeliveryInput = z.infer<typeof PreorderDeliveryInput>

/** `POST …/preorder-contracts/:id/close`: nothing more is delivered; what is left of the advances is given back. */
export const PreorderCloseInput = z.strictObject({ reason: PlainText(200).min(2, "请说明原因") })
export type PreorderCloseInput = z.infer<typeof PreorderCloseInput>

/** `POST /admin/institution/preorders/run`: what is due now, also done on the hour. */
export const PreorderRun = z.object({ signed: z.number(), lapsed: z.number(), shared: z.number(), placed: z.number(), settled: z.number(), problems: z.number() })
export type PreorderRun = z.infer<typeof PreorderRun>

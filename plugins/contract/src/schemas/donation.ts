import { z } from "zod"
import { FenAmount, RegionCode } from "./common.js"

const Id = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/, "编号格式不正确")
const Text = (max: number) => z.string().trim().min(1).max(max)

/** Why somebody buys (R26): for themselves, 以购代捐 or 以买代帮. A tag for reports: it changes neither price nor benefit. */
export const PurchaseReason = z.enum(["own_use", "instead_of_donating", "buying_to_help"])
export type PurchaseReason = z.infer<typeof PurchaseReason>
/** What an order of a unit says of itself; null: as the unit says of all it buys (随单位设定). Kept with the order once it is placed. */
export const OwnReason = PurchaseReason.nullable().default(null)

export const DonationRecipientKind = z.enum(["school", "care_home", "hospital", "community"])
export type DonationRecipientKind = z.infer<typeof DonationRecipientKind>

/**
 * `POST /admin/institution/donation-recipients` (受赠单位): a school or home that takes goods given (爱心捐赠, R19). Found again by name and county.
 * Contact and phone are those the unit has made public: donors see them on their order.
 */
export const DonationRecipientInput = z.strictObject({
  name: Text(80), kind: DonationRecipientKind, county_code: RegionCode, detail: Text(120), contact: Text(40),
  phone: z.string().regex(/^1[3-9]\d{9}$|^0\d{2,3}-?\d{7,8}$/, "请填写 11 位手机号或带区号的座机"),
  /** What is wanted, in the unit's own words. */
  need: Text(200),
})
export type DonationRecipientInput = z.infer<typeof DonationRecipientInput>

/** `GET /store/donation-recipients` → `{ recipients: DonationRecipient[] }`: those who take gifts now. */
export const DonationRecipient = z.object({ id: z.string(), name: z.string(), kind: DonationRecipientKind, place: z.string(), need: z.string() })
export type DonationRecipient = z.infer<typeof DonationRecipient>

/** `GET /admin/institution/donation-recipients` → `{ recipients }`: with what was given, paid less refunded. `…/:id/close` takes no more gifts, `…/:id/open` takes them again. */
export const OfficeDonationRecipient = DonationRecipientInput.extend({ id: z.string(), place: z.string(), closed_at: z.string().nullable(), orders: z.number().int(), paid_fen: FenAmount })
export type OfficeDonationRecipient = z.infer<typeof OfficeDonationRecipient>

/** In `POST /store/checkout`, instead of an address. The donor's name stands in the papers, masked. */
export const DonationChoice = z.strictObject({ recipient_id: Id, donor: Text(40) })
export type DonationChoice = z.infer<typeof DonationChoice>

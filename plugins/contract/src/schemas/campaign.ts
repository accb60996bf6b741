import { z } from "zod"
import { DeliveryAddress } from "./checkout.js"
import { OwnReason, PurchaseReason } from "./donation.js"
import { PackedLot } from "./lot.js"
import { BusinessDate, FenAmount, Quantity, RegionCode } from "./common.js"

const Plain = (max: number) => z.string().trim().max(max).regex(/^[^<>{}[\];'"`\\\p{Cc}\uFFFD]*$/u, "请勿使用引号、尖括号、分号等符号")
const Id = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/, "编号格式不正确")
const Money = z.number().int().min(1).max(100_000_000)

/** Statutory holidays of 全国年节及纪念日放假办法 for which a union may give (R23). */
export const NationalHoliday = z.enum(["new_year", "spring_festival", "qingming", "labour_day", "dragon_boat", "mid_autumn", "national_day"])
export type NationalHoliday = z.infer<typeof NationalHoliday>

/** Holidays of minorities that its government may make days off in a region (第四条 of the same). */
export const RegionalHoliday = z.enum([
  "eid_al_fitr", "eid_al_adha", "mawlid", "sanyuesan", "torch_festival", "tibetan_new_year", "shoton", "yi_new_year", "miao_new_year", "water_festival", "naadam", "munao",
])
export type RegionalHoliday = z.infer<typeof RegionalHoliday>

export const Holiday = z.enum([...NationalHoliday.options, ...RegionalHoliday.options])
export type Holiday = z.infer<typeof Holiday>

/** `POST /admin/institution/regional-holidays`: days off by a government's decision; the region, holiday and year again change them until they begin. */
export const RegionalHolidayInput = z.strictObject({
  region_code: RegionCode, holiday: RegionalHoliday, year: z.number().int().min(2020).max(2099), from_on: BusinessDate, to_on: BusinessDate,
  /** The government's notice, by name and number. */
  document: Plain(80).min(2, "请填写文件名称和文号"),
})
export type RegionalHolidayInput = z.infer<typeof RegionalHolidayInput>
/** `GET /admin/institution/regional-holidays` → `{ holidays }`, every year's; `POST …/:id/withdraw` before they begin. `GET /store/institution/holidays?organisation_id=` answers those of a unit's place, without past ones. */
export const RegionalDaysOff = z.object({ id: z.string(), region_code: z.string(), region_name: z.string(), holiday: RegionalHoliday, year: z.number(), from_on: z.string(), to_on: z.string(), document: z.string() })
export type RegionalDaysOff = z.infer<typeof RegionalDaysOff>

export const CampaignState = z.enum(["draft", "collecting", "closed", "approved", "ordered", "handing_out", "done", "cancelled"])
export type CampaignState = z.infer<typeof CampaignState>

export const Diet = z.enum(["none", "halal"])
export type Diet = z.infer<typeof Diet>

export const Delivery = z.enum(["home", "pickup"])
export type Delivery = z.infer<typeof Delivery>
export const DeliveryMode = z.enum(["home", "pickup", "either"])
export type DeliveryMode = z.infer<typeof DeliveryMode>

const Plan = {
  title: Plain(60).min(2, "请给活动起个名字"),
  /** What one member's packs may cost at most. */
  budget_fen: Money,
  /** 上级规定的每人下限与上限; null: none. */
  floor_fen: Money.nullable().default(null),
  cap_fen: Money.nullable().default(null),
  /** Members choose until the end of this day. */
  choose_by: BusinessDate,
  /** "either": each member says whether to collect or to have it sent home. */
  delivery_mode: DeliveryMode,
  pickup: DeliveryAddress.extend({ name: Plain(40).min(1), detail: Plain(120).min(1) }).nullable().default(null),
  reason: OwnReason,
}

/** `POST /store/institution/campaigns` (节日慰问). */
export const CampaignInput = z.strictObject({ organisation_id: Id, holiday: Holiday, year: z.number().int().min(2020).max(2099), ...Plan })
export type CampaignInput = z.infer<typeof CampaignInput>

/** `POST /store/institution/campaigns/:id`: while it is a draft. */
export const CampaignChange = z.strictObject(Plan)
export type CampaignChange = z.infer<typeof CampaignChange>

export const PackInput = z.strictObject({
  name: Plain(40).min(1, "请给礼包起个名字"), price_fen: Money,
  is_halal: z.boolean().default(false), is_default: z.boolean().default(false),
  /** At most so many are made; null: as many as there is stock for. */
  stock_limit: z.number().int().min(1).max(1_000_000).nullable().default(null),
  components: z.array(z.strictObject({ variant_id: Id, quantity: Quantity.max(99) })).min(1, "请至少选择一种商品").max(20),
})
export type PackInput = z.infer<typeof PackInput>

/** `POST /store/institution/campaigns/:id/packs`: all packs anew, while it is a draft. */
export const PacksInput = z.strictObject({ packs: z.array(PackInput).min(1).max(20) })
export type PacksInput = z.infer<typeof PacksInput>

/** `POST …/:id/steps`: the campaign's way; `reason` for cancelling. */
export const CampaignStep = z.strictObject({
  step: z.enum(["open", "close", "reopen", "place", "arrive", "finish", "erase", "cancel"]), reason: Plain(120).default(""),
})
export type CampaignStep = z.infer<typeof CampaignStep>

const Phone = z.string().trim().regex(/^1[3-9]\d{9}$/, "请填写 11 位手机号")
export const GiftAddress = z.strictObject({ county_code: z.string().regex(/^\d{6}$/, "请选择省、市、区县"), detail: Plain(120).min(1, "请填写详细地址") })
export type GiftAddress = z.infer<typeof GiftAddress>

/** `POST …/:id/recipients`: one late joiner, until closing. */
export const RecipientInput = z.strictObject({
  employee_number: z.string().trim().regex(/^[\p{Script=Han}A-Za-z0-9-]{1,40}$/u, "工号应为字母、数字或汉字"), name: Plain(40).min(1, "请填写姓名"), phone: Phone,
  department: Plain(60).default(""), diet: Diet.default("none"), heads: z.number().int().min(1).max(99).default(1), address: GiftAddress.nullable().default(null),
  email: z.email("请填写正确的邮箱").max(120).nullable().default(null),
})
export type RecipientInput = z.infer<typeof RecipientInput>

/** `POST …/:id/recipients/:recipient`: leaves, or is given a pack by the organiser. */
export const RecipientChange = z.union([z.strictObject({ leave: z.literal(true) }), z.strictObject({ pack_id: Id, address: GiftAddress.nullable().default(null), delivery: Delivery.nullable().default(null) })])
export type RecipientChange = z.infer<typeof RecipientChange>

/** `POST …/:id/hand-outs`: by the member's code, or from the list; with `proxy` to somebody else (代领). */
export const HandOutInput = z.strictObject({
  code: z.string().trim().toUpperCase().max(20).optional(), recipient_id: Id.optional(),
  proxy: z.strictObject({ name: Plain(40).min(1), reason: Plain(80).min(1) }).nullable().default(null),
})
export type HandOutInput = z.infer<typeof HandOutInput>

/** What the union knows of a member's parcels: they came though no carrier says so, or they came back. */
export const ParcelReceipt = z.strictObject({ recipient_id: Id, outcome: z.enum(["delivered", "returned"]), reason: Plain(120).min(2, "请写明原因") })
export type ParcelReceipt = z.infer<typeof ParcelReceipt>
/** `POST …/:id/parcels`: a carrier's number of a parcel sent home, with the day it was signed for once it was; or a receipt. `seller_id` where a member has parcels of several. */
export const ParcelInput = z.union([
  z.strictObject({ recipient_id: Id, seller_id: Id.nullable().default(null), carrier: Plain(30).min(2, "请填写快递公司"), tracking_number: z.string().trim().toUpperCase().regex(/^[A-Z0-9]{6,30}$/, "运单号应为 6 到 30 位字母或数字"), signed_on: BusinessDate.nullable().default(null) }),
  ParcelReceipt,
])
export type ParcelInput = z.infer<typeof ParcelInput>

/** `POST …/:id/replacements`: spoiled on arrival; `variant_ids` says what of the pack, all when empty. */
export const ReplacementInput = z.strictObject({ recipient_id: Id, reason: Plain(120).min(2, "请说明损坏情况"), variant_ids: z.array(Id).max(20).default([]) })
export type ReplacementInput = z.infer<typeof ReplacementInput>

/**
 * `POST …/:id/remedy`: members whose pack cannot be supplied get another one of equal or lower price, or (`to_pack_id` null) are dropped.
 * No `recipient_ids`: all who have the pack. `check` only says what it would bring. Members read the reason.
 */
export const RemedyInput = z.strictObject({
  mode: z.enum(["check", "save"]), pack_id: Id, to_pack_id: Id.nullable(), recipient_ids: z.array(Id).max(2_000).default([]), reason: Plain(120).min(2, "请写明原因，职工会看到"),
})
export type RemedyInput = z.infer<typeof RemedyInput>
export const RemedyResult = z.object({ members: z.number(), heads: z.number(), before_fen: FenAmount, after_fen: FenAmount, given_back_fen: FenAmount, saved: z.boolean() })
export type RemedyResult = z.infer<typeof RemedyResult>

/**
 * `POST …/:id/roster-changes`: after the choosing closed and until goods are on their way, one joins late (`pack_id` null: the default
 * pack) or leaves. `check` only says what it would bring. The member reads the reason.
 */
const LateChange = { mode: z.enum(["check", "save"]), reason: Plain(120).min(2, "请写明原因，职工会看到") }
export const RosterChangeInput = z.union([
  z.strictObject({ ...LateChange, join: RecipientInput, pack_id: Id.nullable().default(null) }),
  z.strictObject({ ...LateChange, leave: Id }),
])
export type RosterChangeInput = z.infer<typeof RosterChangeInput>
/** `is_returned`: paid already, the pack is the union's. `needs_approval`: it costs more than was approved; saving asks the approvers. */
export const RosterChange = z.object({ pack: z.string(), heads: z.number(), before_fen: FenAmount, after_fen: FenAmount, is_returned: z.boolean(), needs_approval: z.boolean(), saved: z.boolean() })
export type RosterChange = z.infer<typeof RosterChange>

export const RecipientQuery = z.strictObject({
  show: z.enum(["all", "silent", "chosen", "waiting", "handed_out", "left", "home", "unproven"]).default("all"), q: z.string().trim().max(40).default(""),
  offset: z.coerce.number().int().min(0).max(200_000).default(0), limit: z.coerce.number().int().min(1).max(200).default(50),
})
export type RecipientQuery = z.infer<typeof RecipientQuery>

/** `POST /store/gift` opens a personal link; `POST /store/gift/choice` chooses. No account; the same answer for every wrong pair. */
export const GiftKey = z.strictObject({ token: z.string().max(80), code: z.string().trim().max(20) })
export type GiftKey = z.infer<typeof GiftKey>
/** `delivery` counts where the campaign leaves it to the member; null keeps what was said before. */
export const GiftChoice = GiftKey.extend({ pack_id: Id, address: GiftAddress.nullable().default(null), delivery: Delivery.nullable().default(null) })
export type GiftChoice = z.infer<typeof GiftChoice>

/** `POST /admin/institution/campaigns/:id/transfers`: one payment of the union, spread over its orders. */
export const CampaignTransferInput = z.strictObject({ amount_fen: Money.max(10_000_000_000), reference: z.string().trim().min(1).max(60), received_on: BusinessDate })
export type CampaignTransferInput = z.infer<typeof CampaignTransferInput>

const Named = z.object({ id: z.string(), name: z.string() })
export const PackGoods = z.object({
  variant_id: z.string(), quantity: z.number(), title: z.string(), specification: z.string(), thumbnail: z.string().nullable(), handle: z.string(), seller: Named.nullable(), designation: z.string().nullable(),
})
export const CampaignPack = z.object({
  id: z.string(), name: z.string(), price_fen: FenAmount, is_halal: z.boolean(), is_default: z.boolean(), stock_limit: z.number().nullable(),
  /** Packs taken, and how many more can be; null: stock is not counted. */
  taken: z.number(), left: z.number().nullable(), goods: z.array(PackGoods),
})
export type CampaignPack = z.infer<typeof CampaignPack>

export const CampaignJob = z.object({
  id: z.string(), kind: z.enum(["place", "receive"]), state: z.enum(["running", "done", "failed"]), total: z.number(), done: z.number(), refused: z.number(), message: z.string().nullable(),
})
export type CampaignJob = z.infer<typeof CampaignJob>

export const Campaign = z.object({
  id: z.string(), organisation_id: z.string(), title: z.string(), holiday: Holiday, holiday_name: z.string(), year: z.number(), holiday_on: z.string(),
  budget_fen: FenAmount, floor_fen: FenAmount.nullable(), cap_fen: FenAmount.nullable(), choose_by: z.string(),
  delivery_mode: DeliveryMode, pickup: DeliveryAddress.nullable(), reason: PurchaseReason.nullable(), state: CampaignState, cancel_reason: z.string().nullable(), addresses_erased_at: z.string().nullable(),
  members: z.number(), heads: z.number(), left: z.number(), chosen: z.number(), silent: z.number(), handed_out: z.number(), by_proxy: z.number(), unclaimed: z.number(), replaced: z.number(),
  /** Packs sent home, how many of these are not proved to have come, and members who gave an e-mail address. */
  to_home: z.number(), unproven: z.number(), with_email: z.number(),
  total_fen: FenAmount, /** Members for whom the union changed something after the choosing had closed. */ changed: z.number(), job: CampaignJob.nullable(),
  minutes: z.object({ filename: z.string(), sha256: z.string(), uploaded_at: z.string() }).nullable(),
})
export type Campaign = z.infer<typeof Campaign>

/** `GET /store/institution/campaigns/:id` */
export const CampaignDetail = z.object({ campaign: Campaign, packs: z.array(CampaignPack) })
export type CampaignDetail = z.infer<typeof CampaignDetail>

/** A parcel to a member's home, and by what it is proved that it came. */
export const Parcel = z.object({
  seller_id: z.string(), seller: z.string(), carrier: z.string().nullable(), tracking_number: z.string().nullable(), signed_on: z.string().nullable(), proof: z.enum(["carrier", "member", "organiser", "returned"]).nullable(), reason: z.string().nullable(),
})
export type Parcel = z.infer<typeof Parcel>

/** `GET …/:id/recipients`: names for those who organise or hand out, else masked; phones always masked. */
export const Recipient = z.object({
  id: z.string(), employee_number: z.string(), name: z.string(), phone: z.string(), department: z.string(), diet: Diet, heads: z.number(), pack_id: z.string().nullable(),
  chosen_by: z.enum(["member", "default", "organiser"]).nullable(), has_address: z.boolean(), has_email: z.boolean(), delivery: Delivery.nullable(), left_at: z.string().nullable(), pickup_code: z.string().nullable(),
  outcome: z.enum(["collected", "proxy", "delivered", "unclaimed"]).nullable(), handed_at: z.string().nullable(), proxy_name: z.string().nullable(), proxy_reason: z.string().nullable(), replaced: z.boolean(), parcels: z.array(Parcel),
})
export type Recipient = z.infer<typeof Recipient>
export const Recipients = z.object({ recipients: z.array(Recipient), count: z.number() })
export type Recipients = z.infer<typeof Recipients>

/** `GET …/:id/shortage`: packs of an approved campaign that cannot be supplied to all who have them, with the first 200 of these, and what could stand in. */
export const CampaignShortage = z.object({
  packs: z.array(z.object({
    id: z.string(), name: z.string(), price_fen: FenAmount, members: z.number(), heads: z.number(), short_heads: z.number(), missing: z.array(z.object({ title: z.string(), pieces: z.number() })),
    stand_ins: z.array(z.object({ id: z.string(), name: z.string(), price_fen: FenAmount, left: z.number().nullable() })),
    recipients: z.array(Recipient.pick({ id: true, employee_number: true, name: true, department: true, heads: true, diet: true })),
  })),
  total_fen: FenAmount,
})
export type CampaignShortage = z.infer<typeof CampaignShortage>

/** `POST …/:id/roster?mode=check|save` with the workbook as body. */
export const RosterResult = z.object({
  rows: z.number(), good: z.number(), added: z.number(), changed: z.number(), fault_count: z.number(), faults: z.array(z.object({ row: z.number(), cell: z.string(), message: z.string() })), saved: z.boolean(),
})
export type RosterResult = z.infer<typeof RosterResult>

/** `POST …/:id/parcel-table?mode=check|save` with the workbook as body. */
export const ParcelTable = z.object({
  rows: z.number(), good: z.number(), signed: z.number(), fault_count: z.number(), faults: z.array(z.object({ row: z.number(), cell: z.string(), message: z.string() })), saved: z.boolean(),
})
export type ParcelTable = z.infer<typeof ParcelTable>

/** `GET …/:id/orders`: one line a seller, which is one invoice; where to pay for all of them at once. */
export const CampaignOrders = z.object({
  orders: z.number(), placed: z.number(), refused: z.array(z.object({ order_id: z.string(), recipient_id: z.string().nullable(), message: z.string() })),
  total_fen: FenAmount, paid_fen: FenAmount, due_fen: FenAmount,
  transfer: z.object({ payee: z.string(), bank: z.string(), account: z.string(), reference: z.string(), due_fen: FenAmount }).nullable(),
  sellers: z.array(z.object({ seller: Named, orders: z.number(), total_fen: FenAmount, lines: z.array(z.object({ variant_id: z.string(), title: z.string(), quantity: z.number(), amount_fen: FenAmount, lots: z.array(PackedLot) })) })),
  replacements: z.array(z.object({ order_id: z.string(), recipient_id: z.string(), seller_id: z.string(), reason: z.string(), cost_fen: FenAmount, state: z.string(), lots: z.array(PackedLot) })),
})
export type CampaignOrders = z.infer<typeof CampaignOrders>

/** `GET …/:id/evidence` */
export const CampaignEvidence = z.object({
  campaign: Campaign, organisation: z.string(), packs: z.array(CampaignPack), orders: CampaignOrders,
  transfers: z.array(z.object({ reference: z.string(), amount_fen: FenAmount, received_on: z.string() })),
  /** What was changed for members after the choosing had closed, alike ones together. */
  changes: z.array(z.object({ from_pack: z.string().nullable(), to_pack: z.string().nullable(), reason: z.string(), members: z.number() })),
  benefit: z.object({ provisional_fen: FenAmount, payable_fen: FenAmount, settled_fen: FenAmount, total_fen: FenAmount, households: z.number() }),
})
export type CampaignEvidence = z.infer<typeof CampaignEvidence>

/** What a member sees behind the personal link. */
export const Gift = z.object({
  organisation: z.string(), title: z.string(), holiday_name: z.string(), choose_by: z.string(), is_open: z.boolean(), name: z.string(), diet: Diet, heads: z.number(),
  /** How the pack reaches this member, as things stand. */
  delivery_mode: DeliveryMode, delivery: Delivery, pickup: z.string().nullable(), has_address: z.boolean(), pack_id: z.string().nullable(), chosen_by: z.enum(["member", "default", "organiser"]).nullable(),
  packs: z.array(z.object({ id: z.string(), name: z.string(), is_halal: z.boolean(), is_open: z.boolean(), goods: z.array(PackGoods) })),
  pickup_code: z.string().nullable(), outcome: z.string().nullable(),
  /** What the union changed after the choosing had closed, in a sentence; whether the member gets no pack any more. */
  told: z.string().nullable(), is_dropped: z.boolean(),
  /** What is on its way home, and whether the member may say that it came. */
  parcels: z.array(Parcel.omit({ reason: true })), may_confirm: z.boolean(),
})
export type Gift = z.infer<typeof Gift>

/** `GET /admin/institution/campaigns` */
export const OfficeCampaign = z.object({ campaign: Campaign, organisation: Named, due_fen: FenAmount, transfer_code: z.string() })
export type OfficeCampaign = z.infer<typeof OfficeCampaign>

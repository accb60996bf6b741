import { z } from "zod"
import { BusinessDate, RegionCode } from "./common.js"
import { PurchaseReason } from "./donation.js"

const Plain = (max: number) => z.string().trim().max(max).regex(/^[^<>{}[\];'"`\\\p{Cc}]*$/u, "请勿使用引号、尖括号、分号等符号")
const Id = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/, "编号格式不正确")

/** 集团下属 (R30), 共用食堂 (the other runs the canteen), 承包食堂 (this one caters for the other): from whom to whom. */
export const RelationKind = z.enum(["group", "shared_canteen", "caterer"])
export type RelationKind = z.infer<typeof RelationKind>

/** `POST /admin/institution/organisations/:id/relations`: what is bought counts for the other too, from that day on. */
export const RelationInput = z.strictObject({ kind: RelationKind, to_organisation_id: Id, since: BusinessDate })
export type RelationInput = z.infer<typeof RelationInput>

/** `POST /admin/institution/organisations/:id/relations/:relation_id/end` */
export const EndRelationInput = z.strictObject({ ended_on: BusinessDate })
export type EndRelationInput = z.infer<typeof EndRelationInput>

export const OrganisationRelation = z.object({
  id: z.string(), kind: RelationKind, organisation_id: z.string(), organisation_name: z.string(), to_organisation_id: z.string(), to_organisation_name: z.string(), since: z.string(), ended_on: z.string().nullable(),
})
export type OrganisationRelation = z.infer<typeof OrganisationRelation>

/** `POST /admin/institution/organisations/:id/exemption` (无食堂): its share is not asked for; `ended_on` ends it. */
export const ExemptionInput = z.strictObject({ reason: Plain(120).min(2, "请写明原因"), since: BusinessDate, ended_on: BusinessDate.nullable().default(null) })
export type ExemptionInput = z.infer<typeof ExemptionInput>

/** What may be given by an invitation or by a unit's manager; who manages a unit is named by the office. */
export const GivenRole = z.enum(["buyer", "approver", "finance", "receiver", "viewer"])
export type GivenRole = z.infer<typeof GivenRole>

/** `POST /admin/institution/organisations/:id/invitations` → `{ code, invitation }`: the code is shown this once. */
export const InvitationInput = z.strictObject({ role: GivenRole, note: Plain(60).default(""), valid_days: z.number().int().min(1).max(30).default(7),
  /** Where the code is sent, if the person has an e-mail address. */
  email: z.email("请填写正确的邮箱").max(120).nullable().default(null) })
export type InvitationInput = z.infer<typeof InvitationInput>

/** `POST /store/institution/invitations` → `{ counts }`: the signed-in person joins. It counts at once where a manager of a verified unit invited a buyer, receiver or viewer, else once staff verified them. */
export const JoinInput = z.strictObject({ code: z.string().trim().toUpperCase().regex(/^[0-9A-Z]{4}(-?[0-9A-Z]{4}){3}$/, "邀请码为 16 位字母和数字") })
export type JoinInput = z.infer<typeof JoinInput>

export const Invitation = z.object({
  id: z.string(), role: GivenRole, note: z.string(), created_at: z.string(), expires_at: z.string(), state: z.enum(["open", "used", "expired", "revoked"]),
})
export type Invitation = z.infer<typeof Invitation>

/** `POST /store/institution/invoice-titles`, by finance: 发票抬头. */
export const InvoiceTitleInput = z.strictObject({
  organisation_id: Id, title: Plain(100).min(2, "请填写发票抬头"), tax_number: z.string().trim().toUpperCase().regex(/^[0-9A-Z]{15,20}$/, "纳税人识别号应为 15 至 20 位"),
  bank: Plain(80).default(""), account: z.string().trim().regex(/^\d{0,30}$/, "银行账号应为数字").default(""), address: Plain(120).default(""), is_default: z.boolean().default(false),
})
export type InvoiceTitleInput = z.infer<typeof InvoiceTitleInput>
export const InvoiceTitle = InvoiceTitleInput.extend({ id: z.string() })
export type InvoiceTitle = z.infer<typeof InvoiceTitle>

const Clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "时间应为 08:30 这样的格式")
/** When goods are received, by ISO weekday. */
export const ReceivingWindow = z.strictObject({ weekdays: z.array(z.number().int().min(1).max(7)).min(1, "请选择收货日"), from: Clock, to: Clock }).refine(({ from, to }) => from < to, { message: "结束时间应晚于开始时间", path: ["to"] })
export type ReceivingWindow = z.infer<typeof ReceivingWindow>

/** `POST /store/institution/delivery-points`, by buyers: 收货点; the phone is sealed at rest. */
export const DeliveryPointInput = z.strictObject({
  organisation_id: Id, name: Plain(40).min(1), contact: Plain(40).min(1), phone: z.string().regex(/^1[3-9]\d{9}$|^0\d{2,3}-?\d{7,8}$/, "请填写 11 位手机号或带区号的座机"),
  county_code: RegionCode, detail: Plain(120).min(1), windows: z.array(ReceivingWindow).max(7).default([]),
})
export type DeliveryPointInput = z.infer<typeof DeliveryPointInput>
export const DeliveryPoint = DeliveryPointInput.extend({ id: z.string() })
export type DeliveryPoint = z.infer<typeof DeliveryPoint>

/** `POST /store/institution/purchase-reason`, by those who order or pay: why the unit buys (R26), said of its orders from now on; null says nothing. */
export const UnitReasonInput = z.strictObject({ organisation_id: Id, reason: PurchaseReason.nullable() })
export type UnitReasonInput = z.infer<typeof UnitReasonInput>

/** `GET /store/institution/organisation?organisation_id=` and the office's `GET /admin/institution/organisations/:id/profile`. */
export const OrganisationProfile = z.object({
  exemption: z.object({ reason: z.string(), since: z.string(), ended_on: z.string().nullable() }).nullable(),
  relations: z.array(OrganisationRelation), purchase_reason: PurchaseReason.nullable(), invoice_titles: z.array(InvoiceTitle), delivery_points: z.array(DeliveryPoint),
})
export type OrganisationProfile = z.infer<typeof OrganisationProfile>

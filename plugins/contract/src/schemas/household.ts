import { z } from "zod"
import { BusinessDate, RegionCode } from "./common.js"

/** One line of text that people read: no control characters, no angle brackets, bounded. */
const Line = (max: number) => z.string().trim().min(1).max(max).regex(/^[^\p{Cc}<>]+$/u, "不能含有换行、控制字符或尖括号")

/** 建档立卡户 (until 2020) and what followed it. A household may hold several, each with its dates. */
export const HouseholdStatus = z.enum(["registered_poor", "lifted", "monitored", "low_income", "five_guarantees", "general"])
export type HouseholdStatus = z.infer<typeof HouseholdStatus>

/** 农户 or 村集体; both may hold shares of a linkage. */
export const BeneficiaryKind = z.enum(["household", "collective"])
export type BeneficiaryKind = z.infer<typeof BeneficiaryKind>

export const DatedStatus = z.strictObject({ status: HouseholdStatus, valid_from: BusinessDate, valid_to: BusinessDate.nullable().default(null) })

/** What is kept encrypted, and may be revealed field by field. */
export const PersonalField = z.enum(["id_number", "phone", "bank_account"])
export type PersonalField = z.infer<typeof PersonalField>

const IdNumber = z.string().trim().min(15).max(24)
const PhoneNumber = z.string().trim().regex(/^1[3-9]\d{9}$|^0\d{2,3}-?\d{7,8}$/, "请填写 11 位手机号或带区号的座机")
const BankAccount = z.string().trim().regex(/^\d{10,24}$/, "银行账号应为 10 到 24 位数字")

/**
 * A beneficiary household (农户) or village collective (村集体). `code` is the office's own number and the natural key:
 * saving the same code again updates. A personal field that is absent stays as it is; null removes it.
 */
export const HouseholdInput = z.strictObject({
  code: z.string().trim().regex(/^[A-Za-z0-9][A-Za-z0-9-]{2,39}$/, "编号应为 3 到 40 位字母、数字或短横线"),
  kind: BeneficiaryKind.default("household"),
  /** Head of the household (户主), or the name of the collective. */
  name: Line(60),
  /** Whose ID number, phone and account these are, and who stands in 附件1; the head unless said otherwise. */
  payee_name: Line(60).optional(),
  /** The village: 12 digits. */
  region_code: RegionCode.refine((code) => code.length === 12, "农户所在行政村应为 12 位区划代码"),
  statuses: z.array(DatedStatus).max(20).default([]),
  id_number: IdNumber.nullable().optional(),
  phone: PhoneNumber.nullable().optional(),
  bank_account: BankAccount.nullable().optional(),
  /** The day on which the household agreed in writing to be named in public; null withdraws it, absent leaves it as it is. */
  name_consent_on: BusinessDate.nullable().optional(),
})
export type HouseholdInput = z.input<typeof HouseholdInput>

/** `POST /admin/benefit/households/:id`: what changes; the rest stays, and so does the code. */
export const HouseholdPatch = HouseholdInput.omit({ code: true, kind: true }).extend({
  name: Line(60).optional(),
  region_code: HouseholdInput.shape.region_code.optional(),
  name_consent_on: BusinessDate.nullable().optional(),
})
export type HouseholdPatch = z.infer<typeof HouseholdPatch>

/** A household as staff see it: personal data masked. */
export const MaskedHousehold = z.object({
  id: z.string(),
  code: z.string(),
  kind: BeneficiaryKind,
  name: z.string(),
  payee_name: z.string(),
  region_code: z.string(),
  place: z.string(),
  statuses: z.array(z.object({ status: HouseholdStatus, valid_from: z.string(), valid_to: z.string().nullable() })),
  id_number: z.string().nullable(),
  phone: z.string().nullable(),
  bank_account: z.string().nullable(),
  name_consent_on: z.string().nullable(),
  /** Gone; asked to be erased, so kept and not used; or erased. */
  state: z.enum(["present", "ended", "restricted", "erased"]),
})
export type MaskedHousehold = z.infer<typeof MaskedHousehold>

/** `GET /admin/benefit/households` */
export const HouseholdQuery = z.strictObject({
  q: z.string().trim().max(60).optional(),
  region: RegionCode.optional(),
  kind: BeneficiaryKind.optional(),
  status: HouseholdStatus.optional(),
  offset: z.coerce.number().int().min(0).max(100_000).default(0),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
export type HouseholdQuery = z.infer<typeof HouseholdQuery>
export const HouseholdList = z.object({ households: z.array(MaskedHousehold), count: z.number().int() })

/** `POST /admin/benefit/household-lookup`: in a body, because addresses are logged. */
export const HouseholdLookup = z.strictObject({ id_number: IdNumber })
export type HouseholdLookup = z.infer<typeof HouseholdLookup>

/** `POST /admin/benefit/households/:id/reveal` */
export const RevealInput = z.strictObject({ fields: z.array(PersonalField).min(1).max(3), reason: z.string().trim().max(200) })
export type RevealInput = z.infer<typeof RevealInput>
export const Revealed = z.object({ id: z.string(), name: z.string(), payee_name: z.string(), fields: z.partialRecord(PersonalField, z.string().nullable()) })
export type Revealed = z.infer<typeof Revealed>

/** `GET /admin/benefit/access-log`, newest first: who saw whose personal data in clear, when and why. Days are business dates, both inclusive. */
export const AccessAction = z.enum(["reveal", "export"])
export type AccessAction = z.infer<typeof AccessAction>
export const AccessLogQuery = z.strictObject({
  household_code: z.string().trim().min(1).max(40).optional(),
  /** Part of the e-mail of the one who looked. */
  actor: z.string().trim().min(1).max(120).optional(),
  action: AccessAction.optional(),
  from: BusinessDate.optional(),
  to: BusinessDate.optional(),
  offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
export type AccessLogQuery = z.infer<typeof AccessLogQuery>

/** One act. An export is one act on many households, of which `households` names the first twenty by their code. */
export const AccessLogEntry = z.object({
  id: z.string(),
  at: z.string(),
  actor: z.object({ id: z.string(), email: z.string().nullable() }),
  action: AccessAction,
  fields: z.array(z.string()),
  reason: z.string(),
  household_count: z.number().int(),
  households: z.array(z.object({ id: z.string(), code: z.string(), name: z.string() })),
})
export type AccessLogEntry = z.infer<typeof AccessLogEntry>
export const AccessLog = z.object({ accesses: z.array(AccessLogEntry), count: z.number().int() })
export type AccessLog = z.infer<typeof AccessLog>

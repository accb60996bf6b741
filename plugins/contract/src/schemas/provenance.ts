import { z } from "zod"
import { RegionCode } from "./common.js"
import { Lot } from "./lot.js"

/** Text that people read: letters, digits and the punctuation of names; no mark-up, quotes or control characters. */
export const PlainText = (max: number) =>
  z.string().trim().min(1).max(max).regex(/^[\p{L}\p{N}\p{M} 　·•・、，。：；！？（）()【】《》“”‘’—–\-_/&+.,%℃°#№~～]+$/u, "含有不允许的字符，请只用文字、数字和常用标点")

/** An instant, or a business date: as a start its first moment, as an end the end of that day (Asia/Shanghai). */
export const Moment = z.union([z.iso.date(), z.iso.datetime({ offset: true })])
export type Moment = z.infer<typeof Moment>

const Id = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/, "编号格式不对")
const Validity = { valid_from: Moment, valid_to: Moment.nullable().default(null) }

export const RegionLevel = z.enum(["province", "city", "county", "township", "village"])
export type RegionLevel = z.infer<typeof RegionLevel>

/** A division; level and parent follow from its code. */
export const RegionInput = z.strictObject({ code: RegionCode, name: PlainText(60) })
export type RegionInput = z.infer<typeof RegionInput>

/** 脱贫县（832）、乡村振兴重点帮扶县、原贫困村. */
export const RegionFlagKind = z.enum(["county_832", "key_county", "former_poor_village"])
export type RegionFlagKind = z.infer<typeof RegionFlagKind>
export const RegionFlagInput = z.strictObject({ region_code: RegionCode, flag: RegionFlagKind, ...Validity })
export type RegionFlagInput = z.infer<typeof RegionFlagInput>

/** `POST /admin/provenance/regions`: villages and flags. */
export const RegionsInput = z.strictObject({ regions: z.array(RegionInput).max(500).default([]), flags: z.array(RegionFlagInput).max(500).default([]) })
export type RegionsInput = z.infer<typeof RegionsInput>

/** 经营主体 kinds (R25). */
export const ProducerKind = z.enum(["enterprise", "cooperative", "family_farm", "workshop", "collective", "household"])
export type ProducerKind = z.infer<typeof ProducerKind>

/** 经营主体. Found again by `id`, else by its credit code, else by name and region. */
export const ProducerInput = z.strictObject({
  id: Id.optional(),
  name: PlainText(80),
  kind: ProducerKind,
  uscc: z.string().trim().toUpperCase().max(18).nullable().default(null),
  region_code: RegionCode,
  /** The household that is this producer (a single household selling its own goods). */
  beneficiary_id: Id.nullable().default(null),
  /** The name a single household agreed to be shown by; without it the public sees its village only. */
  public_name: PlainText(40).nullable().default(null),
})
export type ProducerInput = z.infer<typeof ProducerInput>
export const Producer = z.object({ id: z.string(), name: z.string(), kind: ProducerKind, uscc: z.string().nullable(), region_code: z.string(), beneficiary_id: z.string().nullable(), public_name: z.string().nullable() })
export type Producer = z.infer<typeof Producer>

/** 证书 kinds; each has its own form of number (R12, R14). */
export const CertificateKind = z.enum(["organic", "green_food", "geographical_indication", "gi_trademark", "food_licence", "quality_scheme", "test_report", "relief_recognition"])
export type CertificateKind = z.infer<typeof CertificateKind>

/** Found again by kind and number. Belongs to a producer, to products, or to both. */
export const CertificateInput = z.strictObject({
  kind: CertificateKind,
  number: z.string().trim().min(1).max(60),
  issuer: PlainText(80),
  producer_id: Id.nullable().default(null),
  product_ids: z.array(Id).max(200).default([]),
  /** Where a geographical indication holds (R13). */
  area_code: RegionCode.nullable().default(null),
  file_id: z.string().max(300).nullable().default(null),
  ...Validity,
})
export type CertificateInput = z.infer<typeof CertificateInput>

/** Who makes and sells a product and where it is from. A later one ends the earlier. */
export const ProductProfileInput = z.strictObject({ product_id: Id, producer_id: Id, origin_code: RegionCode, ...Validity })
export type ProductProfileInput = z.infer<typeof ProductProfileInput>

/** What staff decided. That a designation expired is never stored: it follows from the time. */
export const DesignationStatus = z.enum(["published", "suspended", "withdrawn"])
export type DesignationStatus = z.infer<typeof DesignationStatus>
export const DesignationInput = z.strictObject({
  number: z.string().trim().regex(/^[\p{Script=Han}A-Za-z0-9〔〕[\]（）()\-]{4,40}$/u, "认定编号只能含汉字、字母、数字、括号和短横"),
  product_id: Id,
  status: DesignationStatus.default("published"),
  valid_from: Moment,
  valid_to: Moment,
})
export type DesignationInput = z.infer<typeof DesignationInput>
export const DesignationStatusInput = z.strictObject({ status: DesignationStatus })
export type DesignationStatusInput = z.infer<typeof DesignationStatusInput>

const Origin = z.object({ code: z.string(), path: z.array(z.string()), flags: z.array(z.string()) })
const PublicProducer = z.object({ id: z.string(), name: z.string(), kind: ProducerKind })

/** `GET /store/provenance/products/:id` */
export const ProductProvenance = z.object({
  product_id: z.string(),
  designation: z.object({ number: z.string(), status: z.string(), valid_to: z.string() }).nullable(),
  origin: Origin,
  producer: PublicProducer,
  certificates: z.array(z.object({ kind: z.string(), number: z.string(), issuer: z.string(), valid_to: z.string().nullable() })),
  linkage: z.object({ kinds: z.array(z.string()), households: z.number().int() }),
  /** Why it may not be sold now (designation_expired); null when it may. */
  problem: z.object({ code: z.string(), message: z.string() }).nullable().default(null),
})
export type ProductProvenance = z.infer<typeof ProductProvenance>

/** `GET /store/verify/:number`: what a number on a pack, a box or a certificate stands for. */
export const VerifiedGoods = z.object({
  number: z.string(),
  /** Of a lot the span is from the day it was harvested or made to its best-before. */
  kind: z.enum(["designation", "certificate", "lot"]),
  /** What it is, in Chinese: 消费帮扶产品认定, 有机产品认证, 商品批次… */
  label: z.string(),
  valid: z.boolean(),
  /** Why not, when it is not valid. */
  reason: z.enum(["not_yet", "expired", "suspended", "withdrawn"]).nullable(),
  valid_from: z.string(),
  valid_to: z.string().nullable(),
  issuer: z.string().nullable(),
  /** What proves a lot: a test report, a note. */
  report: z.string().nullable(),
  products: z.array(z.object({ id: z.string(), handle: z.string(), title: z.string() })),
  producer: z.object({ name: z.string(), kind: ProducerKind }).nullable(),
  origin: z.object({ code: z.string(), path: z.array(z.string()) }).nullable(),
})
export type VerifiedGoods = z.infer<typeof VerifiedGoods>

/**
 * `GET /store/divisions?parent=500000` → `{ divisions: Division[] }`: children of a division; without `parent`, the provinces.
 * Levels are followed, not counted: counties of 重庆市 and 仙桃市 hang directly below their province.
 */
export const DivisionsQuery = z.strictObject({ parent: RegionCode.optional(), /** Part of a name, or a code: divisions anywhere, the higher first. */ q: z.string().trim().min(1).max(30).optional() })
export type DivisionsQuery = z.infer<typeof DivisionsQuery>
export const Division = z.object({ code: z.string(), name: z.string(), level: RegionLevel, /** Names from the province down, where it was searched for. */ path: z.array(z.string()).optional() })
export type Division = z.infer<typeof Division>

/** `GET /admin/provenance/producers` */
export const ProducersQuery = z.strictObject({
  q: z.string().trim().max(60).optional(),
  offset: z.coerce.number().int().min(0).max(100_000).default(0),
  limit: z.coerce.number().int().min(1).max(100).default(20),
})
export type ProducersQuery = z.infer<typeof ProducersQuery>

/** `GET /admin/provenance/products/:id`: everything staff see and set on a product's page. */
export const ProductDossier = z.object({
  product_id: z.string(),
  profile: z.object({ id: z.string(), producer: Producer, origin: Origin, valid_from: z.string(), valid_to: z.string().nullable() }).nullable(),
  designations: z.array(z.object({ id: z.string(), number: z.string(), status: DesignationStatus, valid_from: z.string(), valid_to: z.string(), in_force: z.boolean() })),
  certificates: z.array(z.object({ id: z.string(), kind: CertificateKind, number: z.string(), issuer: z.string(), valid_from: z.string(), valid_to: z.string().nullable(), file_url: z.string().nullable(), in_force: z.boolean() })),
  lots: z.array(Lot),
})
export type ProductDossier = z.infer<typeof ProductDossier>

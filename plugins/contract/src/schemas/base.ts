import { z } from "zod"
import { BusinessDate, FenAmount, RegionCode } from "./common.js"
import { Id, PlainText } from "./supply-terms.js"

const Version = z.number().int().min(1)
const Year = z.coerce.number().int().min(2020).max(2100)

/** 亩, 头, 羽, 尾, 只, 棚. */
export const BaseUnit = z.enum(["mu", "head", "bird", "fish", "piece", "shed"])
export type BaseUnit = z.infer<typeof BaseUnit>

/** Proposed by a unit or entered by staff, confirmed on the spot by staff; declined or ended with the reason. */
export const BaseState = z.enum(["proposed", "confirmed", "declined", "ended"])
export type BaseState = z.infer<typeof BaseState>

/** What a base is: where, who grows what there, and how much of it. */
const FACTS = {
  name: PlainText(60).min(2, "请填写基地名称，至少两个字"),
  /** Of a village or a town. */
  region_code: RegionCode.refine((code) => code.length > 6, "请选择到乡镇或村"),
  scale: z.number().int("规模请填写整数").min(1, "请填写规模").max(9_999_999), scale_unit: BaseUnit,
  producer_ids: z.array(Id).min(1, "请选择经营主体").max(20), product_ids: z.array(Id).min(1, "请选择主要产品").max(50),
  since: BusinessDate,
}

/** Who supports a base, from when until when; a unit may come back later. */
export const BaseSupport = z.strictObject({ organisation_id: Id, since: BusinessDate, until: BusinessDate.nullable().default(null) })
export type BaseSupport = z.infer<typeof BaseSupport>

/** `POST /admin/institution/bases` (直采直供基地), and `…/bases/:id` with the version that was read. */
export const BaseInput = z.strictObject({
  ...FACTS, sign_number: PlainText(40).default(""), supports: z.array(BaseSupport).max(50).default([]), version: Version.nullable().default(null),
})
export type BaseInput = z.infer<typeof BaseInput>

/** `POST /store/institution/bases`: a unit proposes the base that it supports. */
export const BaseProposal = z.strictObject({ organisation_id: Id, ...FACTS })
export type BaseProposal = z.infer<typeof BaseProposal>

/** `POST /admin/institution/bases/:id/steps` */
export const BaseStep = z.discriminatedUnion("step", [
  z.strictObject({ step: z.literal("confirm"), sign_number: PlainText(40).default("") }),
  z.strictObject({ step: z.literal("decline"), reason: PlainText(100).min(2, "请写明原因") }),
  z.strictObject({ step: z.literal("end"), on: BusinessDate, reason: PlainText(100).min(2, "请写明原因") }),
])
export type BaseStep = z.infer<typeof BaseStep>

const Named = z.object({ id: z.string(), name: z.string() })

/** What was paid in a year for a base's goods while the unit supported it, and whom that reached. */
const BaseFigures = { paid_fen: FenAmount, households: z.number().int() }

/** `GET /admin/institution/bases?year=&region_code=`, and `GET /store/institution/bases?organisation_id=&year=` with the unit's own figures alone. */
export const SupplyBase = z.object({
  id: z.string(), version: z.number(), name: z.string(), region: z.object({ code: z.string(), name: z.string(), county: z.string() }), scale: z.number(), scale_unit: BaseUnit,
  producers: z.array(Named), products: z.array(z.object({ id: z.string(), title: z.string(), handle: z.string() })),
  since: z.string(), sign_number: z.string(), state: BaseState, ended_on: z.string().nullable(), reason: z.string(),
  supports: z.array(z.object({ organisation_id: z.string(), name: z.string(), since: z.string(), until: z.string().nullable(), ...BaseFigures })),
  /** Pairs whose division holds the base, of those who support it. */
  pairs: z.array(Named),
  ...BaseFigures,
})
export type SupplyBase = z.infer<typeof SupplyBase>

export const BaseQuery = z.strictObject({ year: Year.optional(), region_code: RegionCode.optional(), format: z.enum(["json", "xlsx"]).default("json") })
export type BaseQuery = z.infer<typeof BaseQuery>
/** → `{ bases, total }`: the sum counts goods of two bases once. */
export const BaseList = z.object({ bases: z.array(SupplyBase), total: z.object(BaseFigures) })
export type BaseList = z.infer<typeof BaseList>

/** `GET /store/supply-bases?product_id=`: where a product is grown for units that support it, for everybody. */
export const PublicBaseQuery = z.strictObject({ product_id: Id })
export const PublicBase = z.object({ name: z.string(), place: z.string(), sign_number: z.string(), supporters: z.array(z.string()) })
export type PublicBase = z.infer<typeof PublicBase>

/** `GET /admin/institution/base-choices?region_code=`, and `GET /store/institution/base-choices?organisation_id=&region_code=` for members: producers whose goods are from there. */
export const BaseChoicesQuery = z.strictObject({ region_code: FACTS.region_code })
export const UnitBaseChoicesQuery = z.strictObject({ organisation_id: Id, region_code: FACTS.region_code })
export const BaseChoices = z.object({ producers: z.array(z.object({ id: z.string(), name: z.string(), products: z.array(z.object({ id: z.string(), title: z.string() })) })) })
export type BaseChoices = z.infer<typeof BaseChoices>

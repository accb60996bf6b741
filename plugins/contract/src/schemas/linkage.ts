import { z } from "zod"

const BasisPoints = z.number().int().min(1).max(10_000)
const Fen = z.number().int().min(0).max(100_000_000)
const Id = z.string().min(1).max(64)
const Moment = z.iso.datetime({ offset: true })

export const LinkageTarget = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("all") }),
  z.strictObject({ kind: z.literal("product"), id: Id }),
  z.strictObject({ kind: z.literal("variant"), id: Id }),
])

/** R55–R57: how a sale reaches households. */
export const LinkageShare = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("direct_sale"), fee_bp: z.number().int().min(0).max(10_000) }),
  z.strictObject({ kind: z.literal("revenue_share"), bp: BasisPoints }),
  z.strictObject({ kind: z.literal("profit_share"), bp: BasisPoints, unit_cost_fen: Fen }),
  z.strictObject({ kind: z.literal("per_unit"), fen: Fen.min(1) }),
])

export const LinkageRule = z.strictObject({
  target: LinkageTarget,
  share: LinkageShare,
  /** How many base units (kg, piece) one sold item holds; 1 when absent. */
  units_per_item: z.number().int().min(1).max(100_000).optional(),
})

export type LinkageRule = z.infer<typeof LinkageRule>

/** What a stored version keeps of its rules. */
export const LinkageTerms = z.object({ rules: z.array(LinkageRule) })

export const LinkageMember = z.strictObject({
  beneficiary_id: Id,
  weight: z.number().int().min(1).max(1_000_000),
  from: Moment,
  to: Moment.nullable().default(null),
})

/**
 * One version of a linkage agreement (利益联结协议). `number` is the natural key; the same content again changes nothing,
 * other content is a new version, which ends the one before it. Neither may reach back before a sale already made.
 */
export const LinkageInput = z.strictObject({
  number: z.string().trim().regex(/^[\p{L}\p{N}][\p{L}\p{N}()（）〔〕［］\[\]-]{2,59}$/u, "协议编号应为 3 到 60 位文字、数字或短横线"),
  title: z.string().trim().min(1).max(80).regex(/^[^\p{Cc}<>]+$/u, "不能含有换行、控制字符或尖括号"),
  producer_id: Id,
  /** 经营性收入. Wages and rent are never imputed from sales. */
  category: z.literal("operating").default("operating"),
  valid_from: Moment,
  valid_to: Moment.nullable().default(null),
  rules: z.array(LinkageRule).min(1).max(100),
  members: z.array(LinkageMember).min(1).max(2_000),
})
export type LinkageInput = z.input<typeof LinkageInput>

/** `GET /admin/benefit/linkages` */
export const LinkageQuery = z.strictObject({
  producer_id: Id.optional(),
  offset: z.coerce.number().int().min(0).max(100_000).default(0),
  limit: z.coerce.number().int().min(1).max(100).default(50),
})
export type LinkageQuery = z.infer<typeof LinkageQuery>

export const LinkageVersion = z.object({
  id: z.string(),
  agreement_id: z.string(),
  number: z.string(),
  title: z.string(),
  producer_id: z.string(),
  version: z.number().int(),
  category: z.string(),
  valid_from: z.string(),
  valid_to: z.string().nullable(),
  state: z.enum(["draft", "approved"]),
  created_by: z.string(),
  approved_by: z.string().nullable(),
  approved_at: z.string().nullable(),
  rules: z.array(LinkageRule),
  members: z.array(z.object({ beneficiary_id: z.string(), code: z.string(), name: z.string(), weight: z.number().int(), from: z.string(), to: z.string().nullable() })),
})
export type LinkageVersion = z.infer<typeof LinkageVersion>
export const LinkageList = z.object({ linkages: z.array(LinkageVersion), count: z.number().int() })

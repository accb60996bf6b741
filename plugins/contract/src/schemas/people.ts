import { z } from "zod"
import { BusinessDate, RegionCode } from "./common.js"
import { HouseholdInput, MaskedHousehold } from "./household.js"

const Id = z.string().min(1).max(64)
const Reason = z.string().trim().max(200).regex(/^[^\p{Cc}<>]*$/u, "不能含有换行、控制字符或尖括号")

/** `POST /admin/benefit/households/:id/consents`: the household agreed in writing to be named in public. */
export const ConsentInput = z.strictObject({
  given_on: BusinessDate,
  /** Number or SHA-256 of the scan of what was signed. */
  evidence: z.string().trim().regex(/^[\p{L}\p{N}][\p{L}\p{N}〔〕()（）/._-]{2,79}$/u, "请填写同意书编号或扫描件的校验值（3 到 80 位）"),
})
export type ConsentInput = z.infer<typeof ConsentInput>

/** `POST /admin/benefit/households/:id/consents/withdraw` and the requests about erasure. */
export const ReasonInput = z.strictObject({ reason: Reason })
export type ReasonInput = z.infer<typeof ReasonInput>

/** `POST /admin/benefit/households/:id/erasure/end`: the household takes it back, or the office may not follow it. */
export const ErasureEndInput = z.strictObject({ outcome: z.enum(["withdrawn", "refused"]), reason: Reason })
export type ErasureEndInput = z.infer<typeof ErasureEndInput>

export const ErasureKind = z.enum(["requested", "withdrawn", "refused", "executed"])
export const SuccessionReason = z.enum(["death", "move", "merge"])
export type SuccessionReason = z.infer<typeof SuccessionReason>
export const EndReason = z.enum(["own_wish", "death", "moved_away", "not_eligible", "merged"])
export type EndReason = z.infer<typeof EndReason>

const Person = z.object({ id: z.string(), code: z.string(), name: z.string() })

/** `GET /admin/benefit/households/:id/record`: what happened to a household, newest first. */
export const HouseholdRecord = z.object({
  ended_on: z.string().nullable(),
  end_reason: EndReason.nullable(),
  is_restricted: z.boolean(),
  is_erased: z.boolean(),
  consents: z.array(z.object({ id: z.string(), given_on: z.string(), evidence: z.string().nullable(), recorded_by: z.string(), recorded_at: z.string(), withdrawn_on: z.string().nullable(), withdrawn_by: z.string().nullable() })),
  /** Until when vouchers keep the identity, as the ledger stands today. */
  retention_ends_on: z.string(),
  erasure: z.array(z.object({ request_id: z.string(), kind: ErasureKind, on: z.string(), actor: z.string(), reason: z.string(), retention_ends_on: z.string() })),
  residences: z.array(z.object({ region_code: z.string(), place: z.string(), since: z.string() })),
  successions: z.array(z.object({ household: Person, successor: Person, from: z.string(), reason: SuccessionReason })),
})
export type HouseholdRecord = z.infer<typeof HouseholdRecord>

/** What a proposal would change: 新增、迁移、合并、退出. */
export const ProposedChange = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("add"), household: HouseholdInput }),
  z.strictObject({ kind: z.literal("move"), household_id: Id, region_code: RegionCode.refine((code) => code.length === 12, "应为 12 位行政村代码"), on: BusinessDate }),
  z.strictObject({
    kind: z.literal("merge"), household_id: Id, successor_id: Id, on: BusinessDate,
    /** What the survivor weighs in agreements that both belong to: its own weight, or both together. */
    weight: z.enum(["keep", "add"]).default("keep"),
  }),
  z.strictObject({ kind: z.literal("leave"), household_id: Id, cause: EndReason.exclude(["merged"]), successor_id: Id.nullable().default(null), on: BusinessDate }),
])
export type ProposedChange = z.infer<typeof ProposedChange>

/** `POST /admin/benefit/proposals` */
export const ProposalInput = z.strictObject({ change: ProposedChange, reason: Reason })
export type ProposalInput = z.input<typeof ProposalInput>

export const ProposalKind = z.enum(["add", "move", "merge", "leave"])
export type ProposalKind = z.infer<typeof ProposalKind>
export const ProposalState = z.enum(["proposed", "approved", "refused", "withdrawn"])
export type ProposalState = z.infer<typeof ProposalState>

/** `GET /admin/benefit/proposals` */
export const ProposalQuery = z.strictObject({
  state: ProposalState.optional(),
  kind: ProposalKind.optional(),
  household_id: Id.optional(),
  offset: z.coerce.number().int().min(0).max(100_000).default(0),
  limit: z.coerce.number().int().min(1).max(100).default(50),
})
export type ProposalQuery = z.infer<typeof ProposalQuery>

/** One line of the view that a reviewer compares: before and after, masked. `field` is a code, or the number of an agreement. */
export const ProposalDifference = z.object({ field: z.string(), before: z.string().nullable(), after: z.string().nullable() })
export type ProposalDifference = z.infer<typeof ProposalDifference>

export const Proposal = z.object({
  id: z.string(),
  kind: ProposalKind,
  state: ProposalState,
  household: Person.nullable(),
  region_code: z.string(),
  reason: z.string(),
  proposed_by: z.string(),
  proposed_at: z.string(),
  reviewed_by: z.string().nullable(),
  reviewed_at: z.string().nullable(),
  review_note: z.string().nullable(),
  differences: z.array(ProposalDifference),
})
export type Proposal = z.infer<typeof Proposal>
export const ProposalList = z.object({ proposals: z.array(Proposal), count: z.number().int() })

/** `POST /admin/benefit/proposals/:id/review`: by someone who did not propose it. */
export const ReviewInput = z.strictObject({ verdict: z.enum(["approve", "refuse"]), reason: Reason })
export type ReviewInput = z.infer<typeof ReviewInput>

/** `GET /admin/benefit/household-duplicates`: pairs that share a phone, or name and village; masked. */
export const DuplicateQuery = z.strictObject({ offset: z.coerce.number().int().min(0).max(100_000).default(0), limit: z.coerce.number().int().min(1).max(100).default(50) })
export type DuplicateQuery = z.infer<typeof DuplicateQuery>
export const DuplicateList = z.object({
  duplicates: z.array(z.object({ matches: z.array(z.enum(["phone", "name"])), households: z.array(MaskedHousehold).length(2) })),
  count: z.number().int(),
})

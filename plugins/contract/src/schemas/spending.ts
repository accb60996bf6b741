import { z } from "zod"
import { BusinessDate, FenAmount } from "./common.js"

const Plain = (max: number) => z.string().trim().max(max).regex(/^[^<>{}[\];'"`\\\p{Cc}]*$/u, "请勿使用引号、尖括号、分号等符号")
const Id = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/, "编号格式不正确")
/** Up to 100 亿元: beyond it somebody typed too many noughts. */
const Budget = z.number().int().min(0).max(1_000_000_000_000)

/** What a purchase is: a canteen's delivery, or a union's campaign. */
export const PurchaseKind = z.enum(["delivery", "campaign"])
export type PurchaseKind = z.infer<typeof PurchaseKind>

/** One tier of approval: what it reaches up to, and whether nobody, any one, or all of the people named must approve. */
export const ApprovalTier = z.strictObject({
  /** Purchases up to and including this amount; null: whatever lies above the tiers before. */
  up_to_fen: Budget.nullable(),
  mode: z.enum(["none", "any", "all"]),
  /** Customers. Empty with `any`: whoever holds the role approver. */
  approvers: z.array(Id).max(10).default([]),
})
export type ApprovalTier = z.infer<typeof ApprovalTier>

/** `POST /admin/institution/organisations/:id/approval-policy`; members read it at `GET /store/institution/approval-policy`. */
export const ApprovalPolicyInput = z.strictObject({
  tiers: z.array(ApprovalTier).min(1).max(6),
  /** A request unanswered this long expires; an approval unused this long does too. */
  request_days: z.number().int().min(1).max(60).default(14),
  approval_days: z.number().int().min(1).max(120).default(30),
})
export type ApprovalPolicyInput = z.infer<typeof ApprovalPolicyInput>

const Person = z.object({ customer_id: z.string(), name: z.string() })
export const ApprovalPolicy = z.object({
  tiers: z.array(z.object({ up_to_fen: FenAmount.nullable(), mode: z.enum(["none", "any", "all"]), approvers: z.array(Person) })),
  request_days: z.number(), approval_days: z.number(), changed_at: z.string(),
})
export type ApprovalPolicy = z.infer<typeof ApprovalPolicy>

export const ApprovalState = z.enum(["open", "approved", "rejected", "expired", "superseded", "withdrawn"])
export type ApprovalState = z.infer<typeof ApprovalState>

/** What of a yearly budget is taken: by what was ordered, and what is left. */
export const BudgetFigure = z.object({ year: z.number(), purpose: PurchaseKind, budget_fen: FenAmount, committed_fen: FenAmount, left_fen: FenAmount })
export type BudgetFigure = z.infer<typeof BudgetFigure>

/** `GET /store/institution/approvals?organisation_id=&state=` → `{ approvals }` */
export const Approval = z.object({
  id: z.string(), organisation_id: z.string(), kind: PurchaseKind, title: z.string(), on_day: z.string(), occurrence_id: z.string().nullable(),
  amount_fen: FenAmount, state: ApprovalState, requested_at: z.string(), expires_on: z.string(), approved_until: z.string().nullable(),
  mode: z.enum(["none", "any", "all"]), asked_by: z.array(z.string()),
  /** Those named by the tier; empty when any approver may. */
  approvers: z.array(z.string()),
  decisions: z.array(z.object({ approver: z.string(), decided_by: z.string(), verdict: z.enum(["approve", "reject"]), reason: z.string(), at: z.string() })),
  /** Whether the person who asks may decide now; else why not. */
  may_decide: z.boolean(), why_not: z.string().nullable(), acts_for: z.string().nullable(),
  /** The year's budget as it stands, and what this purchase would leave of it. */
  budget: BudgetFigure.nullable(), left_after_fen: FenAmount.nullable(), sellers: z.array(z.string()), lines: z.array(z.object({ title: z.string(), specification: z.string(), quantity: z.number(), total_fen: FenAmount })),
  expected_benefit_fen: FenAmount, households: z.number(),
})
export type Approval = z.infer<typeof Approval>

export const ApprovalQuery = z.strictObject({ organisation_id: Id, state: z.enum(["open", "closed"]).default("open") })
export type ApprovalQuery = z.infer<typeof ApprovalQuery>

/** `GET /store/institution/approval-preview`: who would have to approve a purchase of this amount if it were submitted now. */
export const ApprovalPreviewQuery = z.strictObject({ organisation_id: Id, kind: PurchaseKind, amount_fen: z.coerce.number().int().min(0).max(1_000_000_000_000) })
export type ApprovalPreviewQuery = z.infer<typeof ApprovalPreviewQuery>
/** `because`: why more must approve than the amount alone asks for; null when it does not. */
export const ApprovalPreview = z.object({ mode: z.enum(["none", "any", "all"]), approvers: z.array(z.string()), because: z.string().nullable() })
export type ApprovalPreview = z.infer<typeof ApprovalPreview>

/** `POST /store/institution/approvals/:id/decision`: of this very amount; a rejection needs its reason. */
export const DecisionInput = z.strictObject({ verdict: z.enum(["approve", "reject"]), amount_fen: Budget, reason: Plain(120).default("") })
export type DecisionInput = z.infer<typeof DecisionInput>

/** `POST /store/institution/approvals/:id/ask-again`, by a buyer, after a rejection. */
export const AskAgainInput = z.strictObject({ reason: Plain(120).min(2, "请写明原因") })
export type AskAgainInput = z.infer<typeof AskAgainInput>

/** `POST /store/institution/delegations` (外出委托): somebody else of the unit decides in one's place on these days. */
export const DelegationInput = z.strictObject({ organisation_id: Id, to_customer_id: Id, from_day: BusinessDate, to_day: BusinessDate, reason: Plain(120).min(2, "请写明原因") })
export type DelegationInput = z.infer<typeof DelegationInput>

export const Delegation = z.object({
  id: z.string(), organisation_id: z.string(), from: Person, to: Person, from_day: z.string(), to_day: z.string(), reason: z.string(), ended_at: z.string().nullable(), is_mine: z.boolean(),
})
export type Delegation = z.infer<typeof Delegation>

/** `POST /admin/institution/organisations/:id/budgets`: the yearly canteen food budget, or the union's for its members. */
export const BudgetInput = z.strictObject({ year: z.number().int().min(2020).max(2100), purpose: PurchaseKind, amount_fen: Budget })
export type BudgetInput = z.infer<typeof BudgetInput>

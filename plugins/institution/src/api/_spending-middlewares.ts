import { staffMay } from "@fupin/access"
import {
  ApprovalPolicyInput, AskAgainInput, BudgetInput, CreditInput, DecisionInput, DelegationInput, DeliveryPointInput, EndRelationInput, ExemptionInput, HeadcountInput, ImpactCertificateInput, InvitationInput, InvoiceTitleInput, JoinInput, MemberLevel,
  OutsideBatchInput, OutsideDecisionInput, OutsideListInput, OutsidePurchaseInput, RelationInput, ShareRate, SpendingPlanInput, UnitAcceptanceRuleInput, UnitBudgetInput, UnitHeadcountInput,
} from "@fupin/contract/schemas"
import { type MiddlewareRoute, validateAndTransformBody } from "@medusajs/framework/http"

type Schema = Parameters<typeof validateAndTransformBody>[0]
const store = (path: string, schema: Schema): MiddlewareRoute => ({ matcher: `/store/institution/${path}`, method: "POST", middlewares: [validateAndTransformBody(schema)] })
const admin = (path: string, schema: Schema): MiddlewareRoute => ({ matcher: `/admin/institution/${path}`, method: "POST", middlewares: [staffMay("institution:write"), validateAndTransformBody(schema)] })

/** Budgets and approvals; reading is guarded with the rest of the institution. */
export const spendingRoutes: MiddlewareRoute[] = [
  store("approvals/:id/decision", DecisionInput),
  store("approvals/:id/ask-again", AskAgainInput),
  store("delegations", DelegationInput),
  { ...store("outside-purchases", OutsidePurchaseInput), bodyParser: { sizeLimit: "15mb" } },
  store("outside-purchases/lists", OutsideListInput),
  { matcher: "/store/institution/outside-purchases/lists/:organisation", method: "POST", bodyParser: false, middlewares: [] },
  { ...store("outside-purchases/batches", OutsideBatchInput), bodyParser: { sizeLimit: "15mb" } },
  store("credits", CreditInput),
  store("impact/certificates", ImpactCertificateInput),
  store("invitations", JoinInput),
  store("invoice-titles", InvoiceTitleInput),
  store("delivery-points", DeliveryPointInput),
  store("budgets", UnitBudgetInput),
  store("headcounts", UnitHeadcountInput),
  store("acceptance-rule", UnitAcceptanceRuleInput),
  admin("share-rates", ShareRate),
  admin("member-levels", MemberLevel),
  admin("outside-purchases/:id/decision", OutsideDecisionInput),
  admin("organisations/:id/spending-plans", SpendingPlanInput),
  admin("organisations/:id/headcounts", HeadcountInput),
  admin("organisations/:id/relations", RelationInput),
  admin("relations/:id/end", EndRelationInput),
  admin("organisations/:id/exemption", ExemptionInput),
  admin("organisations/:id/invitations", InvitationInput),
  { matcher: "/admin/institution/invitations/:id/revoke", method: "POST", middlewares: [staffMay("institution:write")] },
  admin("organisations/:id/approval-policy", ApprovalPolicyInput),
  admin("organisations/:id/budgets", BudgetInput),
]

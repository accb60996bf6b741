import { staffMay } from "@fupin/access"
import { ApprovalPolicyInput, AskAgainInput, BudgetInput, DecisionInput, DelegationInput } from "@fupin/contract/schemas"
import { type MiddlewareRoute, validateAndTransformBody } from "@medusajs/framework/http"

type Schema = Parameters<typeof validateAndTransformBody>[0]
const store = (path: string, schema: Schema): MiddlewareRoute => ({ matcher: `/store/institution/${path}`, method: "POST", middlewares: [validateAndTransformBody(schema)] })
const admin = (path: string, schema: Schema): MiddlewareRoute => ({ matcher: `/admin/institution/${path}`, method: "POST", middlewares: [staffMay("institution:write"), validateAndTransformBody(schema)] })

/** Budgets and approvals; reading is guarded with the rest of the institution. */
export const spendingRoutes: MiddlewareRoute[] = [
  store("approvals/:id/decision", DecisionInput),
  store("approvals/:id/ask-again", AskAgainInput),
  store("delegations", DelegationInput),
  admin("organisations/:id/approval-policy", ApprovalPolicyInput),
  admin("organisations/:id/budgets", BudgetInput),
]

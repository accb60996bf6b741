import { staffMay } from "@fupin/access"
import { AdjustInput, AgreementProposalAnswer, AgreementProposalInput, DeclineInvoiceInput, DemandQuoteInput, JoinInput, OwnLotInput, PackedLotsInput, ProducerInvitationInput, ProducerStandingInput, WithdrawLotInput } from "@fupin/contract/schemas"
import { authenticate, type MiddlewareRoute, validateAndTransformBody } from "@medusajs/framework/http"

type Schema = Parameters<typeof validateAndTransformBody>[0]
const store = (path: string, schema: Schema): MiddlewareRoute => ({ matcher: `/store/workbench/${path}`, method: "POST", middlewares: [validateAndTransformBody(schema)] })
const admin = (path: string, ...schema: Schema[]): MiddlewareRoute => ({ matcher: `/admin/institution/${path}`, method: "POST", middlewares: [staffMay("institution:write"), ...schema.map((one) => validateAndTransformBody(one))] })

/** The producers' workbench, and who acts for a producer; what staff read is guarded with the rest of the institution. */
export const workbenchRoutes: MiddlewareRoute[] = [
  { matcher: "/store/workbench*", middlewares: [authenticate("customer", ["session", "bearer"])] },
  store("join", JoinInput),
  store("demands/:id/quotes", DemandQuoteInput),
  store("lots", OwnLotInput),
  store("packed-lots", PackedLotsInput),
  store("lots/:id/withdraw", WithdrawLotInput),
  store("agreements/:id/proposals", AgreementProposalInput),
  store("agreement-proposals/:id", AgreementProposalAnswer),
  store("statements/:id/adjust", AdjustInput),
  { matcher: "/store/workbench/invoices/:id/issue", method: "POST", bodyParser: false, middlewares: [] },
  store("invoices/:id/decline", DeclineInvoiceInput),
  admin("packed-lots", PackedLotsInput),
  admin("producers/:id/invitations", ProducerInvitationInput),
  admin("producers/:id/standing", ProducerStandingInput),
  admin("producer-invitations/:id/revoke"),
  admin("producer-members/:id/end"),
]

import { staffMay } from "@fupin/access"
import {
  AgreementProposalAnswer, AgreementProposalInput, OccurrenceHeadcountInput, PledgeInput, PriceIndexInput, QuickEntryInput, RegionalHolidayInput, RenewInput, ReplenishInput, ShortageRuleInput, SignInput, SubstituteInput, TerminateInput, VacationInput,
} from "@fupin/contract/schemas"
import { type MiddlewareRoute, validateAndTransformBody } from "@medusajs/framework/http"

const store = (path: string, schema: Parameters<typeof validateAndTransformBody>[0]): MiddlewareRoute =>
  ({ matcher: `/store/institution/${path}`, method: "POST", middlewares: [validateAndTransformBody(schema)] })
const admin = (path: string, schema: Parameters<typeof validateAndTransformBody>[0]): MiddlewareRoute =>
  ({ matcher: `/admin/institution/${path}`, method: "POST", middlewares: [staffMay("institution:write"), validateAndTransformBody(schema)] })

/** Guards and bodies of agreements and supply; the session's own guard stands before them. Where a file is the body, the route alone reads it. */
export const supplyRoutes: MiddlewareRoute[] = [
  store("agreements/:id/proposals", AgreementProposalInput), store("agreement-proposals/:id", AgreementProposalAnswer), store("vacations", VacationInput),
  store("occurrences/:id/headcount", OccurrenceHeadcountInput), store("occurrences/:id/substitute", SubstituteInput), store("occurrences/:id/replenish", ReplenishInput), store("quick-entry", QuickEntryInput),
  { matcher: "/store/institution/agreements/:id/quick-entry", method: "POST", bodyParser: false, middlewares: [] },
  admin("agreements/:id/proposals", AgreementProposalInput), admin("agreement-proposals/:id", AgreementProposalAnswer), admin("agreements/:id/sign", SignInput),
  admin("agreements/:id/terminate", TerminateInput), admin("agreements/:id/renew", RenewInput), admin("price-indices", PriceIndexInput), admin("pledges", PledgeInput), admin("shortage-rules", ShortageRuleInput),
  admin("regional-holidays", RegionalHolidayInput), { matcher: "/admin/institution/regional-holidays/:id/withdraw", method: "POST", middlewares: [staffMay("institution:write")] },
  { matcher: "/admin/institution/agreements/:id/scan", method: "POST", bodyParser: false, middlewares: [staffMay("institution:write")] },
]

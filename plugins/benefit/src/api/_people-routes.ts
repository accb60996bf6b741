import { staffMay } from "@fupin/access"
import { ConsentInput, ErasureEndInput, ProposalInput, ReasonInput, ReviewInput } from "@fupin/contract/schemas"
import { type MiddlewareRoute, validateAndTransformBody } from "@medusajs/framework/http"

/** Guards and bodies of what is decided about people: consents, erasures, proposals. Reading a household's record is guarded with the household. */
export const peopleRoutes: MiddlewareRoute[] = [
  { matcher: "/admin/benefit/households/:id/consents", method: "POST", middlewares: [staffMay("household:write"), validateAndTransformBody(ConsentInput)] },
  { matcher: "/admin/benefit/households/:id/consents/withdraw", method: "POST", middlewares: [staffMay("household:write")] },
  { matcher: "/admin/benefit/households/:id/erasure", method: "POST", middlewares: [staffMay("household:write"), validateAndTransformBody(ReasonInput)] },
  { matcher: "/admin/benefit/households/:id/erasure/end", method: "POST", middlewares: [staffMay("household:review"), validateAndTransformBody(ErasureEndInput)] },
  { matcher: "/admin/benefit/household-duplicates", method: "GET", middlewares: [staffMay("household:read")] },
  { matcher: "/admin/benefit/proposals*", method: "GET", middlewares: [staffMay("household:read")] },
  { matcher: "/admin/benefit/proposals", method: "POST", middlewares: [staffMay("household:write"), validateAndTransformBody(ProposalInput)] },
  { matcher: "/admin/benefit/proposals/:id/review", method: "POST", middlewares: [staffMay("household:review"), validateAndTransformBody(ReviewInput)] },
  { matcher: "/admin/benefit/proposals/:id/withdraw", method: "POST", middlewares: [staffMay("household:write")] },
]

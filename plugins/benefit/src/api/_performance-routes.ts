import { staffMay } from "@fupin/access"
import { BulletinInput, ScorecardInput, TargetsInput } from "@fupin/contract/schemas"
import { type MiddlewareRoute, validateAndTransformBody } from "@medusajs/framework/http"

/** Guards and bodies of plans, scorecards and bulletins. */
export const performanceRoutes: MiddlewareRoute[] = [
  { matcher: "/admin/benefit/performance", method: "GET", middlewares: [staffMay("filing:read")] },
  { matcher: "/admin/benefit/targets", method: "POST", middlewares: [staffMay("filing:accept"), validateAndTransformBody(TargetsInput)] },
  { matcher: "/admin/benefit/scorecards", method: "POST", middlewares: [staffMay("filing:accept"), validateAndTransformBody(ScorecardInput)] },
  { matcher: "/admin/benefit/bulletins", method: "POST", middlewares: [staffMay("papers:issue"), validateAndTransformBody(BulletinInput)] },
]

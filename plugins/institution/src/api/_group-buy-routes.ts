import { knowCustomer, staffMay } from "@fupin/access"
import { GroupBuyInput, GroupBuyJoinInput, GroupBuyQuoteInput, GroupBuyStep } from "@fupin/contract/schemas"
import { authenticate, type MiddlewareRoute, validateAndTransformBody } from "@medusajs/framework/http"

const store = "/store/group-buys"
const admin = "/admin/institution/group-buys"
const signedIn = authenticate("customer", ["session", "bearer"])

/** Group buys are open to everybody to see; joining, leaving and one's own parts need a session. */
export const groupBuyRoutes: MiddlewareRoute[] = [
  { matcher: `${store}/mine`, middlewares: [signedIn] },
  { matcher: `${store}/:id/quote`, method: "POST", middlewares: [knowCustomer, validateAndTransformBody(GroupBuyQuoteInput)] },
  { matcher: `${store}/:id/join`, method: "POST", middlewares: [signedIn, validateAndTransformBody(GroupBuyJoinInput)] },
  { matcher: "/store/group-buy-parts/:id/leave", method: "POST", middlewares: [signedIn] },
  { matcher: admin, method: "POST", middlewares: [staffMay("institution:write"), validateAndTransformBody(GroupBuyInput)] },
  { matcher: `${admin}/run`, method: "POST", middlewares: [staffMay("institution:run")] },
  { matcher: `${admin}/:id/steps`, method: "POST", middlewares: [staffMay("institution:write"), validateAndTransformBody(GroupBuyStep)] },
]

import { staffMay } from "@fupin/access"
import { BenefitPreviewInput, HouseholdInput, HouseholdLookup, HouseholdPatch, LinkageInput, RevealInput } from "@fupin/contract/schemas"
import { authenticate, defineMiddlewares, type MiddlewareRoute, validateAndTransformBody } from "@medusajs/framework/http"
import { ledgerRoutes } from "./_ledger-routes"

const households: MiddlewareRoute[] = [
  { matcher: "/admin/benefit/households*", method: "GET", middlewares: [staffMay("household:read")] },
  { matcher: "/admin/benefit/households", method: "POST", middlewares: [staffMay("household:write"), validateAndTransformBody(HouseholdInput)] },
  { matcher: "/admin/benefit/household-lookup", method: "POST", middlewares: [staffMay("household:read"), validateAndTransformBody(HouseholdLookup)] },
  { matcher: "/admin/benefit/households/:id", method: "POST", middlewares: [staffMay("household:write"), validateAndTransformBody(HouseholdPatch)] },
  { matcher: "/admin/benefit/households/:id/reveal", method: "POST", middlewares: [staffMay("household:reveal"), validateAndTransformBody(RevealInput)] },
]

const linkages: MiddlewareRoute[] = [
  { matcher: "/admin/benefit/linkages*", method: "GET", middlewares: [staffMay("linkage:read")] },
  { matcher: "/admin/benefit/linkages", method: "POST", middlewares: [staffMay("linkage:write"), validateAndTransformBody(LinkageInput)] },
  { matcher: "/admin/benefit/linkages/:id/approve", method: "POST", middlewares: [staffMay("linkage:write")] },
]

const store: MiddlewareRoute[] = [
  { matcher: "/store/benefit/preview", method: "POST", middlewares: [validateAndTransformBody(BenefitPreviewInput)] },
  { matcher: "/store/orders/:id/benefit", method: "GET", middlewares: [authenticate("customer", ["session", "bearer"], { allowUnauthenticated: true })] },
]

export default defineMiddlewares({ routes: [...households, ...linkages, ...store, ...ledgerRoutes] })

import { knowCustomer, refuseForeignOrder, staffMay } from "@fupin/access"
import { BenefitPreviewInput, HouseholdInput, HouseholdLookup, HouseholdPatch, LinkageInput, RevealInput } from "@fupin/contract/schemas"
import { defineMiddlewares, type MiddlewareRoute, validateAndTransformBody } from "@medusajs/framework/http"
import { filingRoutes } from "./_filing-routes"
import { ledgerRoutes } from "./_ledger-routes"
import { paperRoutes } from "./_paper-routes"
import { voucherRoutes } from "./_voucher-routes"
import { performanceRoutes } from "./_performance-routes"
import { settlementRoutes } from "./_settlement-routes"
import { peopleRoutes } from "./_people-routes"

const households: MiddlewareRoute[] = [
  { matcher: "/admin/benefit/households*", method: "GET", middlewares: [staffMay("household:read")] },
  { matcher: "/admin/benefit/access-log", method: "GET", middlewares: [staffMay("access_log:read")] },
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
  { matcher: "/store/orders/:id/benefit", method: "GET", middlewares: [knowCustomer, refuseForeignOrder] },
]

export default defineMiddlewares({ routes: [...households, ...linkages, ...paperRoutes, ...store, ...ledgerRoutes, ...filingRoutes, ...performanceRoutes, ...settlementRoutes, ...voucherRoutes, ...peopleRoutes] })

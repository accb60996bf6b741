import { knowCustomer, refuseForeignOrder, staffMay } from "@fupin/access"
import { BenefitPreviewInput, HouseholdInput, HouseholdLookup, HouseholdPatch, LinkageInput, RevealInput } from "@fupin/contract/schemas"
import { defineMiddlewares, type MedusaNextFunction, type MedusaRequest, type MedusaResponse, type MiddlewareRoute, validateAndTransformBody } from "@medusajs/framework/http"
import { filingRoutes } from "./_filing-routes"
import { ledgerRoutes } from "./_ledger-routes"
import { voucherRoutes } from "./_voucher-routes"

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

/** A copy with full ID numbers needs a right of its own, which also says for which regions. */
const mayExport = [
  staffMay("papers:export"),
  async (req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction) =>
    req.query.full_ids === "true" ? staffMay("papers:export_full_ids")(req, res, next) : next(),
]

const papers: MiddlewareRoute[] = [
  { matcher: "/admin/benefit/roster", method: "GET", middlewares: mayExport },
  { matcher: "/admin/benefit/evidence", method: "GET", middlewares: mayExport },
]

const store: MiddlewareRoute[] = [
  { matcher: "/store/benefit/preview", method: "POST", middlewares: [validateAndTransformBody(BenefitPreviewInput)] },
  { matcher: "/store/orders/:id/benefit", method: "GET", middlewares: [knowCustomer, refuseForeignOrder] },
]

export default defineMiddlewares({ routes: [...households, ...linkages, ...papers, ...store, ...ledgerRoutes, ...filingRoutes, ...voucherRoutes] })

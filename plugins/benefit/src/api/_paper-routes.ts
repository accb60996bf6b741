import { staffMay } from "@fupin/access"
import { IssueInput, PaperTemplate, VoidInput } from "@fupin/contract/schemas"
import { type MedusaNextFunction, type MedusaRequest, type MedusaResponse, type MiddlewareRoute, validateAndTransformBody } from "@medusajs/framework/http"

/** A copy with full ID numbers needs a right of its own, which also says for which regions. */
const mayExport = [
  staffMay("papers:export"),
  async (req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction) =>
    req.query.full_ids === "true" ? staffMay("papers:export_full_ids")(req, res, next) : next(),
]

/** Guards and bodies of the papers' routes. */
export const paperRoutes: MiddlewareRoute[] = [
  { matcher: "/admin/benefit/roster", method: "GET", middlewares: mayExport },
  { matcher: "/admin/benefit/evidence", method: "GET", middlewares: mayExport },
  { matcher: "/admin/benefit/papers", method: "GET", middlewares: [staffMay("papers:export")] },
  { matcher: "/admin/benefit/papers", method: "POST", middlewares: [staffMay("papers:issue"), validateAndTransformBody(IssueInput)] },
  { matcher: "/admin/benefit/papers/:id/file", method: "GET", middlewares: mayExport },
  { matcher: "/admin/benefit/papers/:id/void", method: "POST", middlewares: [staffMay("papers:manage"), validateAndTransformBody(VoidInput)] },
  { matcher: "/admin/benefit/paper-templates", method: "GET", middlewares: [staffMay("papers:export")] },
  { matcher: "/admin/benefit/paper-templates", method: "POST", middlewares: [staffMay("papers:manage"), validateAndTransformBody(PaperTemplate)] },
]

import { staffMay } from "@fupin/access"
import { FilingAttachmentInput, FilingReasonInput, FilingReturnInput, FilingStepInput, ReportingSettingInput, ReportingUnitInput } from "@fupin/contract/schemas"
import { type MiddlewareRoute, validateAndTransformBody } from "@medusajs/framework/http"

/** Guards and bodies of the routes of reporting units and filings. A scan of 10 MB is 14 MB as text. */
export const filingRoutes: MiddlewareRoute[] = [
  { matcher: "/admin/benefit/reporting-units", method: "GET", middlewares: [staffMay("filing:read")] },
  { matcher: "/admin/benefit/reporting-units", method: "POST", middlewares: [staffMay("filing:accept"), validateAndTransformBody(ReportingUnitInput)] },
  { matcher: "/admin/benefit/reporting-units/settings", method: "POST", middlewares: [staffMay("filing:accept"), validateAndTransformBody(ReportingSettingInput)] },
  { matcher: "/admin/benefit/filings*", method: "GET", middlewares: [staffMay("filing:read")] },
  { matcher: "/admin/benefit/filings/:id/submit", method: "POST", middlewares: [staffMay("filing:submit"), validateAndTransformBody(FilingStepInput)] },
  { matcher: "/admin/benefit/filings/:id/return", method: "POST", middlewares: [staffMay("filing:accept"), validateAndTransformBody(FilingReturnInput)] },
  { matcher: "/admin/benefit/filings/:id/accept", method: "POST", middlewares: [staffMay("filing:accept"), validateAndTransformBody(FilingStepInput)] },
  { matcher: "/admin/benefit/filings/:id/reasons", method: "POST", middlewares: [staffMay("filing:submit"), validateAndTransformBody(FilingReasonInput)] },
  { matcher: "/admin/benefit/filings/:id/attachments", method: "POST", bodyParser: { sizeLimit: "15mb" }, middlewares: [staffMay("filing:submit"), validateAndTransformBody(FilingAttachmentInput)] },
  { matcher: "/admin/benefit/filings/attachments/:id", method: "DELETE", middlewares: [staffMay("filing:submit")] },
]

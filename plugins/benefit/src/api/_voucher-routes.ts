import { staffMay } from "@fupin/access"
import { DirectPurchaseInput, RefundCauseInput, VoucherCorrection, VoucherReason } from "@fupin/contract/schemas"
import { type MiddlewareRoute, validateAndTransformBody } from "@medusajs/framework/http"

/** Guards and bodies of the evidence documents. Where a file is the body, it is read by the route alone, behind the guard. */
export const voucherRoutes: MiddlewareRoute[] = [
  { matcher: "/admin/benefit/vouchers*", method: "GET", middlewares: [staffMay("voucher:read")] },
  { matcher: "/admin/benefit/vouchers/:id/print", method: "GET", middlewares: [staffMay("voucher:write")] },
  { matcher: "/admin/benefit/vouchers", method: "POST", middlewares: [staffMay("voucher:write"), validateAndTransformBody(DirectPurchaseInput)] },
  { matcher: "/admin/benefit/vouchers/:id/approve", method: "POST", middlewares: [staffMay("voucher:write")] },
  { matcher: "/admin/benefit/vouchers/:id/reject", method: "POST", middlewares: [staffMay("voucher:write"), validateAndTransformBody(VoucherReason)] },
  { matcher: "/admin/benefit/vouchers/:id/withdraw", method: "POST", middlewares: [staffMay("voucher:write"), validateAndTransformBody(VoucherReason)] },
  { matcher: "/admin/benefit/vouchers/:id/correct", method: "POST", middlewares: [staffMay("voucher:write"), validateAndTransformBody(VoucherCorrection)] },
  { matcher: "/admin/benefit/vouchers/:id/scan", method: "POST", bodyParser: false, middlewares: [staffMay("voucher:write")] },
  { matcher: "/admin/benefit/imports*", method: "GET", middlewares: [staffMay("household:write")] },
  { matcher: "/admin/benefit/imports", method: "POST", bodyParser: false, middlewares: [staffMay("household:write")] },
  { matcher: "/admin/benefit/refunds", method: "GET", middlewares: [staffMay("ledger:read")] },
  { matcher: "/admin/benefit/refunds/:id", method: "POST", middlewares: [staffMay("payment:receive"), validateAndTransformBody(RefundCauseInput)] },
  { matcher: "/admin/benefit/vouchers-import", method: "POST", bodyParser: false, middlewares: [staffMay("voucher:write")] },
]

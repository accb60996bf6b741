import { type Permission, staffMay } from "@fupin/access"
import {
  CashResultInput, HoldInput, PayoutBatchInput, PayoutRetryInput, PayoutScanInput, ReturnFileInput, SettlementInput, SettlementReason, SettlementSetting, SuccessorInput, SuspenseExplanation, WriteOffDecision, WriteOffInput,
} from "@fupin/contract/schemas"
import { type MiddlewareRoute, validateAndTransformBody } from "@medusajs/framework/http"

type Schema = Parameters<typeof validateAndTransformBody>[0]

const read = (path: string): MiddlewareRoute => ({ matcher: `/admin/benefit/${path}`, method: "GET", middlewares: [staffMay("settlement:read")] })
const write = (path: string, permission: Permission, schema?: Schema, sizeLimit?: string): MiddlewareRoute => ({
  matcher: `/admin/benefit/${path}`, method: "POST", middlewares: [staffMay(permission), ...(schema ? [validateAndTransformBody(schema)] : [])], ...(sizeLimit ? { bodyParser: { sizeLimit } } : {}),
})

/** Guards and bodies of the payout's routes: whoever prepares and pays is not who approves. */
export const settlementRoutes: MiddlewareRoute[] = [
  ...["settlements", "settlements/:id", "settlement-scans/:id", "settlement-cases", "settlement-statements/:id"].map(read),
  write("settlements", "settlement:write", SettlementInput),
  write("settlements/:id/submit", "settlement:write"),
  write("settlements/:id/approve", "settlement:approve"),
  write("settlements/:id/cancel", "settlement:write", SettlementReason),
  write("settlement-suspense/:id", "settlement:write", SuspenseExplanation),
  write("settlements/:id/batches", "settlement:write", PayoutBatchInput),
  write("settlements/:id/returns", "settlement:write", ReturnFileInput, "15mb"),
  write("settlements/:id/scans", "settlement:write", PayoutScanInput, "15mb"),
  write("settlements/:id/cash", "settlement:write", CashResultInput, "2mb"),
  write("settlement-payments/:id/retry", "settlement:write", PayoutRetryInput),
  write("settlement-payments/:id/payee", "settlement:approve", PayoutRetryInput),
  write("settlement-payments/:id/return", "settlement:write", SettlementReason),
  write("settlement-payments/:id/release", "settlement:write", SettlementReason),
  write("settlement-holds", "settlement:write", HoldInput),
  write("settlement-holds/:id/release", "settlement:approve", SettlementReason),
  write("settlement-successors", "settlement:write", SuccessorInput),
  write("settlement-successors/:id/approve", "settlement:approve"),
  write("settlement-successors/:id/end", "settlement:write"),
  write("settlement-write-offs", "settlement:write", WriteOffInput),
  write("settlement-write-offs/:id/decide", "settlement:approve", WriteOffDecision),
  write("settlement-settings", "settlement:approve", SettlementSetting),
]

import { staffMay } from "@fupin/access"
import { AcceptanceRuleInput, AcceptanceSheetInput, AdjustInput, ConfirmStatementInput, DisputeInput, DrawStatementsInput, InvoiceInput, OrganisationInput, ResolveBankRowInput, UnitReasonInput } from "@fupin/contract/schemas"
import { type MiddlewareRoute, validateAndTransformBody } from "@medusajs/framework/http"

type Schema = Parameters<typeof validateAndTransformBody>[0]
const validated = (schema: Schema | null) => (schema === null ? [] : [validateAndTransformBody(schema)])
const store = (path: string, schema: Schema): MiddlewareRoute => ({ matcher: `/store/institution/${path}`, method: "POST", middlewares: validated(schema) })
const admin = (path: string, permission: "institution:write" | "payment:receive", schema: Schema | null): MiddlewareRoute =>
  ({ matcher: `/admin/institution/${path}`, method: "POST", middlewares: [staffMay(permission), ...validated(schema)] })
/** A file stands as the body: nobody may parse it before the route. */
const upload = (path: string, area: "admin" | "store" = "admin"): MiddlewareRoute => ({ matcher: `/${area}/institution/${path}`, method: "POST", bodyParser: false })

/** Statements, money at the bank and invoices; reading is guarded with the rest of the institution. */
export const statementRoutes: MiddlewareRoute[] = [
  store("statements/:id/confirm", ConfirmStatementInput),
  store("statements/:id/dispute", DisputeInput),
  store("invoices", InvoiceInput),
  store("purchase-reason", UnitReasonInput),
  store("organisations", OrganisationInput),
  store("occurrences/:id/acceptance", AcceptanceSheetInput),
  upload("occurrences/:id/photos", "store"),
  admin("organisations/:id/acceptance-rule", "institution:write", AcceptanceRuleInput),
  admin("statements", "institution:write", DrawStatementsInput),
  admin("statements/:id/send", "institution:write", null),
  admin("statements/:id/adjust", "institution:write", AdjustInput),
  upload("bank-files"),
  admin("bank-files", "payment:receive", null),
  { matcher: "/admin/institution/bank-rows", method: "GET", middlewares: [staffMay("payment:receive")] },
  { matcher: "/admin/institution/bank-rows/:id/payables", method: "GET", middlewares: [staffMay("payment:receive")] },
  admin("bank-rows/:id/resolve", "payment:receive", ResolveBankRowInput),
  ...["issue", "red"].flatMap((act) => [upload(`invoices/:id/${act}`), admin(`invoices/:id/${act}`, "payment:receive", null)]),
]

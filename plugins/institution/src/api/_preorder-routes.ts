import { staffMay } from "@fupin/access"
import {
  AcceptanceSheetInput, PreorderAcceptInput, PreorderAnswerInput, PreorderBookInput, PreorderCloseInput, PreorderDeliveryInput, PreorderHarvestInput, PreorderOfferInput, PreorderPaybackInput, PreorderPaymentInput, PreorderPreviewInput, PreorderStep,
} from "@fupin/contract/schemas"
import { type MiddlewareRoute, validateAndTransformBody } from "@medusajs/framework/http"

type Schema = Parameters<typeof validateAndTransformBody>[0]
const store = (path: string, schema: Schema): MiddlewareRoute => ({ matcher: `/store/institution/${path}`, method: "POST", middlewares: [validateAndTransformBody(schema)] })
const admin = (path: string, permission: Parameters<typeof staffMay>[0], schema?: Schema): MiddlewareRoute =>
  ({ matcher: `/admin/institution/${path}`, method: "POST", middlewares: [staffMay(permission), ...(schema ? [validateAndTransformBody(schema)] : [])] })

/** Pre-production orders; reading is guarded with the rest of the institution. */
export const preorderRoutes: MiddlewareRoute[] = [
  store("preorders/:id/preview", PreorderPreviewInput),
  store("preorders/:id/book", PreorderBookInput),
  store("preorder-contracts/:id/answer", PreorderAnswerInput),
  store("preorder-deliveries/:id/acceptance", AcceptanceSheetInput),
  { matcher: "/store/institution/preorder-deliveries/:id/photos", method: "POST", bodyParser: false, middlewares: [] },
  admin("preorders", "institution:write", PreorderOfferInput),
  admin("preorders/run", "institution:run"),
  admin("preorders/:id/steps", "institution:write", PreorderStep),
  admin("preorders/:id/harvest", "institution:write", PreorderHarvestInput),
  admin("preorder-contracts/:id/payments", "payment:receive", PreorderPaymentInput),
  admin("preorder-contracts/:id/paybacks", "payment:receive", PreorderPaybackInput),
  admin("preorder-contracts/:id/deliveries", "institution:write", PreorderDeliveryInput),
  admin("preorder-contracts/:id/close", "institution:write", PreorderCloseInput),
  { matcher: "/admin/institution/preorder-contracts/:id/scan", method: "POST", bodyParser: false, middlewares: [staffMay("institution:write")] },
  admin("preorder-deliveries/:id/place", "institution:run"),
  admin("preorder-deliveries/:id/call-off", "institution:write"),
  admin("preorder-deliveries/:id/acceptance", "goods:accept", PreorderAcceptInput),
]

import { knowCustomer, refuseForeignOrder, staffMay } from "@fupin/access"
import { BuyerAcceptanceInput, GoodsAcceptanceInput, ReconcileInput } from "@fupin/contract/schemas"
import { authenticate, type MiddlewareRoute, validateAndTransformBody } from "@medusajs/framework/http"

/** Guards and bodies of the ledger's routes. */
export const ledgerRoutes: MiddlewareRoute[] = [
  { matcher: "/admin/benefit/entries", method: "GET", middlewares: [staffMay("ledger:read")] },
  { matcher: "/admin/benefit/ledger", method: "GET", middlewares: [staffMay("ledger:read")] },
  { matcher: "/admin/benefit/totals", method: "GET", middlewares: [staffMay("ledger:read")] },
  { matcher: "/admin/benefit/reconcile", method: "POST", middlewares: [staffMay("ledger:reconcile"), validateAndTransformBody(ReconcileInput)] },
  { matcher: "/admin/benefit/verify", method: "POST", middlewares: [staffMay("ledger:reconcile")] },
  { matcher: "/admin/benefit/orders/:id/acceptance", method: "POST", middlewares: [staffMay("goods:accept"), validateAndTransformBody(GoodsAcceptanceInput)] },
  { matcher: "/store/orders/:id/benefit/proof", method: "GET", middlewares: [knowCustomer, refuseForeignOrder] },
  { matcher: "/store/orders/:id/acceptance", method: "POST", middlewares: [authenticate("customer", ["session", "bearer"]), validateAndTransformBody(BuyerAcceptanceInput)] },
]

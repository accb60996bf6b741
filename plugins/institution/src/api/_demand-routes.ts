import { staffMay } from "@fupin/access"
import { DemandChoice, DemandInput, DemandQuoteInput } from "@fupin/contract/schemas"
import { type MiddlewareRoute, validateAndTransformBody } from "@medusajs/framework/http"

const post = (matcher: string, ...middlewares: NonNullable<MiddlewareRoute["middlewares"]>): MiddlewareRoute => ({ matcher, method: "POST", middlewares })

/** Demands and quotes; reading is guarded with the rest of the institution. */
export const demandRoutes: MiddlewareRoute[] = [
  post("/store/institution/demands", validateAndTransformBody(DemandInput)),
  post("/store/institution/demands/:id/choice", validateAndTransformBody(DemandChoice)),
  post("/admin/institution/demands/:id/quotes", staffMay("institution:write"), validateAndTransformBody(DemandQuoteInput)),
  post("/admin/institution/demand-quotes/:id/withdraw", staffMay("institution:write")),
]

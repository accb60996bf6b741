import { staffMay } from "@fupin/access"
import { PairInput } from "@fupin/contract/schemas"
import { type MiddlewareRoute, validateAndTransformBody } from "@medusajs/framework/http"

/** Pairs; reading is guarded with the rest of the institution. */
export const pairingRoutes: MiddlewareRoute[] = [{ matcher: "/admin/institution/pairs", method: "POST", middlewares: [staffMay("institution:write"), validateAndTransformBody(PairInput)] }]

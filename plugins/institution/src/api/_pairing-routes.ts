import { staffMay } from "@fupin/access"
import { BaseInput, BaseProposal, BaseStep, PairInput } from "@fupin/contract/schemas"
import { type MiddlewareRoute, validateAndTransformBody } from "@medusajs/framework/http"

const kept = (path: string, schema: Parameters<typeof validateAndTransformBody>[0]): MiddlewareRoute =>
  ({ matcher: `/admin/institution/${path}`, method: "POST", middlewares: [staffMay("institution:write"), validateAndTransformBody(schema)] })

/** Pairs and bases; reading is guarded with the rest of the institution. */
export const pairingRoutes: MiddlewareRoute[] = [
  kept("pairs", PairInput), kept("bases", BaseInput), kept("bases/:id", BaseInput), kept("bases/:id/steps", BaseStep),
  { matcher: "/store/institution/bases", method: "POST", middlewares: [validateAndTransformBody(BaseProposal)] },
]

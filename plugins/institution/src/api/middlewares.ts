import { staffMay } from "@fupin/access"
import {
  DeliveryPreviewInput, EndInput, MemberInput, OccurrenceLinesInput, OrganisationInput, PauseInput, RunInput, SkipInput, StandingOrderChange, StandingOrderInput, SupplyAgreementInput,
} from "@fupin/contract/schemas"
import { authenticate, defineMiddlewares, type MiddlewareRoute, validateAndTransformBody } from "@medusajs/framework/http"
import { campaignRoutes } from "./_campaign-routes"
import { demandRoutes } from "./_demand-routes"
import { donationRoutes } from "./_donation-middlewares"
import { filingRoutes } from "./_filing-routes"
import { groupBuyRoutes } from "./_group-buy-routes"
import { memberRoutes } from "./_member-routes"
import { noticeRoutes } from "./_notices"
import { pairingRoutes } from "./_pairing-routes"
import { preorderRoutes } from "./_preorder-routes"
import { spendingRoutes } from "./_spending-middlewares"
import { statementRoutes } from "./_statement-middlewares"
import { supplyRoutes } from "./_supply-routes"
import { workbenchRoutes } from "./_workbench-routes"

const body = (matcher: string, schema: Parameters<typeof validateAndTransformBody>[0]): MiddlewareRoute =>
  ({ matcher, method: "POST", middlewares: [validateAndTransformBody(schema)] })

const store = "/store/institution"
const admin = "/admin/institution"
/** `…/standing-orders/run` is guarded by its own permission beside that of reading. */
const write = ["organisations", "organisations/:id/verify", "organisations/:id/members", "members/:id/verify", "members/:id/leave", "agreements", "standing-orders"]

export default defineMiddlewares({
  routes: [
    { matcher: `${store}*`, middlewares: [authenticate("customer", ["session", "bearer"])] },
    body(`${store}/standing-orders`, StandingOrderInput),
    body(`${store}/standing-orders/:id`, StandingOrderChange),
    body(`${store}/standing-orders/:id/pause`, PauseInput),
    body(`${store}/standing-orders/:id/end`, EndInput),
    body(`${store}/occurrences/:id/skip`, SkipInput),
    body(`${store}/occurrences/:id/lines`, OccurrenceLinesInput),
    body(`${store}/preview`, DeliveryPreviewInput),
    { matcher: `${admin}*`, method: "GET", middlewares: [staffMay("institution:read")] },
    ...write.map((path): MiddlewareRoute => ({ matcher: `${admin}/${path}`, method: "POST", middlewares: [staffMay("institution:write")] })),
    { matcher: `${admin}/standing-orders/run`, method: "POST", middlewares: [staffMay("institution:run")] },
    body(`${admin}/organisations`, OrganisationInput),
    body(`${admin}/organisations/:id/members`, MemberInput),
    body(`${admin}/agreements`, SupplyAgreementInput),
    body(`${admin}/standing-orders`, StandingOrderInput),
    body(`${admin}/standing-orders/run`, RunInput),
    ...demandRoutes,
    ...donationRoutes,
    ...filingRoutes,
    ...memberRoutes,
    ...noticeRoutes,
    ...pairingRoutes,
    ...groupBuyRoutes,
    ...preorderRoutes,
    ...spendingRoutes,
    ...campaignRoutes,
    ...statementRoutes,
    ...supplyRoutes,
    ...workbenchRoutes,
  ],
})

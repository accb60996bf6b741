import { staffMay } from "@fupin/access"
import { TransferInput } from "@fupin/contract/schemas"
import { defineMiddlewares, validateAndTransformBody } from "@medusajs/framework/http"

export default defineMiddlewares({
  routes: [
    { matcher: "/admin/checkout/orders/:id/transfers", method: "POST", middlewares: [staffMay("payment:receive"), validateAndTransformBody(TransferInput)] },
  ],
})

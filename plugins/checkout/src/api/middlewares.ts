import { knowCustomer, staffMay } from "@fupin/access"
import { CheckoutInput, QuoteInput, TransferInput } from "@fupin/contract/schemas"
import { defineMiddlewares, validateAndTransformBody } from "@medusajs/framework/http"

export default defineMiddlewares({
  routes: [
    { matcher: "/admin/checkout/orders/:id/transfers", method: "POST", middlewares: [staffMay("payment:receive"), validateAndTransformBody(TransferInput)] },
    { matcher: "/store/checkout", method: "POST", middlewares: [knowCustomer, validateAndTransformBody(CheckoutInput)] },
    { matcher: "/store/checkout/quote", method: "POST", middlewares: [knowCustomer, validateAndTransformBody(QuoteInput)] },
  ],
})

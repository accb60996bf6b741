import { keepReservedMetadata, keepToOwnOrders, knowCustomer, refuseForeignCart, refuseForeignOrder, refuseForeignOrderInBody, refuseOrdersOfAccount, refuseReservedMetadata } from "@fupin/access"
import { authenticate, defineMiddlewares } from "@medusajs/framework/http"
import { answerError } from "./answer-error"
import { codeBareErrors } from "./code-bare-errors"
import { hideNumbers } from "./hide-numbers"

codeBareErrors()

/**
 * Core leaves these routes open to whoever knows an id: here they learn whose order and whose cart it is.
 * A matcher without a method covers every path below it.
 */
export default defineMiddlewares({
  errorHandler: answerError,
  routes: [
    { matcher: "/*", middlewares: [hideNumbers] },
    { matcher: "/static/private-:name", method: "GET", middlewares: [authenticate("user", ["session", "bearer"])] },
    { matcher: "/store/orders/:id", middlewares: [knowCustomer, refuseForeignOrder] },
    { matcher: "/store/customers*", middlewares: [refuseOrdersOfAccount] },
    { matcher: "/store/orders", method: "GET", middlewares: [keepToOwnOrders] },
    { matcher: "/store/carts", method: "POST", middlewares: [refuseReservedMetadata] },
    { matcher: "/store/carts/:id", method: "POST", middlewares: [refuseReservedMetadata] },
    { matcher: "/store/carts/:id/shipping-methods", method: "POST", middlewares: [refuseReservedMetadata] },
    { matcher: "/store/carts/:id", middlewares: [knowCustomer, refuseForeignCart] },
    { matcher: "/admin/orders/:id", method: "POST", middlewares: [keepReservedMetadata] },
    { matcher: "/admin/draft-orders*", method: "POST", middlewares: [keepReservedMetadata] },
    { matcher: "/store/returns", method: "POST", middlewares: [knowCustomer, refuseForeignOrderInBody] },
  ],
})

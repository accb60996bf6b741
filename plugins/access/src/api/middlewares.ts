import { StaffScopeInput } from "@fupin/contract/schemas"
import { defineMiddlewares, validateAndTransformBody } from "@medusajs/framework/http"
import { staffMay } from "../guards/staff"

export default defineMiddlewares({
  routes: [
    { matcher: "/admin/staff-scopes*", middlewares: [staffMay("staff:manage")] },
    { matcher: "/admin/staff-scopes", method: "POST", middlewares: [validateAndTransformBody(StaffScopeInput)] },
  ],
})

import { staffMay } from "@fupin/access"
import { CertificateInput, DesignationInput, DesignationStatusInput, LotInput, ProducerInput, ProductProfileInput, RegionsInput, WithdrawLotInput } from "@fupin/contract/schemas"
import { defineMiddlewares, validateAndTransformBody } from "@medusajs/framework/http"

const admin = "/admin/provenance"
const body = validateAndTransformBody

export default defineMiddlewares({
  routes: [
    { matcher: `${admin}*`, method: "GET", middlewares: [staffMay("provenance:read")] },
    { matcher: `${admin}*`, method: "POST", middlewares: [staffMay("provenance:write")] },
    { matcher: `${admin}/regions`, method: "POST", middlewares: [body(RegionsInput)] },
    { matcher: `${admin}/producers`, method: "POST", middlewares: [body(ProducerInput)] },
    { matcher: `${admin}/certificates`, method: "POST", middlewares: [body(CertificateInput)] },
    { matcher: `${admin}/products/:id/profile`, method: "POST", middlewares: [body(ProductProfileInput.omit({ product_id: true }))] },
    { matcher: `${admin}/products/:id/designations`, method: "POST", middlewares: [body(DesignationInput.omit({ product_id: true }))] },
    { matcher: `${admin}/designations/:id`, method: "POST", middlewares: [body(DesignationStatusInput)] },
    { matcher: `${admin}/products/:id/lots`, method: "POST", middlewares: [body(LotInput)] },
    { matcher: `${admin}/lots/:id/withdraw`, method: "POST", middlewares: [body(WithdrawLotInput)] },
  ],
})

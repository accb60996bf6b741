import { refusal } from "@fupin/access"
import { OrderPayment } from "@fupin/contract/schemas"
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { describePayment } from "../../../../../domain/order-payment"
import { readPaymentFacts } from "../../../../../reads/read-payment-facts"

/** As core's order route: whoever knows the unguessable id may ask. */
export const GET = async (req: MedusaRequest, res: MedusaResponse<OrderPayment>) => {
  const facts = await readPaymentFacts(req.scope, req.params.id!)
  if (!facts) throw refusal("not_found", "not_found")
  res.json(OrderPayment.parse(describePayment(facts)))
}

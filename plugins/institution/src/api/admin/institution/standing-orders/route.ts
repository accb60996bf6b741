import type { StaffRequest } from "@fupin/access"
import type { StandingOrderInput } from "@fupin/contract/schemas"
import type { MedusaResponse } from "@medusajs/framework/http"
import { readAgreements, readStandingOrders } from "../../../../reads/plans"
import { saveStandingOrdersWorkflow } from "../../../../workflows/save-standing-orders"
import { answerStandingOrders } from "../../../_answers"
import { agreementInScope, organisationsInScope } from "../../../_scope"

export const GET = async (req: StaffRequest, res: MedusaResponse) => {
  const agreements = await readAgreements(req.scope, { organisation_id: (await organisationsInScope(req)).map(({ id }) => id) })
  const orders = await readStandingOrders(req.scope, { agreement_id: agreements.map(({ id }) => id) })
  res.json({ standing_orders: await answerStandingOrders(req, orders) })
}

export const POST = async (req: StaffRequest<StandingOrderInput>, res: MedusaResponse) => {
  await agreementInScope(req, req.validatedBody.agreement_id)
  const { result } = await saveStandingOrdersWorkflow(req.scope).run({ input: { standing_orders: [req.validatedBody], customer_id: null } })
  const [standing_order] = await answerStandingOrders(req, result)
  res.status(201).json({ standing_order })
}

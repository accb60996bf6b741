import type { StandingOrderInput } from "@fupin/contract/schemas"
import type { AuthenticatedMedusaRequest, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { customerOf } from "../../../../medusa"
import { agreementFor, readMineOf } from "../../../../reads/members"
import { readAgreements, readStandingOrders } from "../../../../reads/plans"
import { saveStandingOrdersWorkflow } from "../../../../workflows/save-standing-orders"
import { OccurrenceQuery, validQuery } from "../../../_query"
import { answerStandingOrders } from "../../../_answers"

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  const { organisation_id } = validQuery(req, OccurrenceQuery.pick({ organisation_id: true }))
  const ids = await readMineOf(req.scope, customerOf(req), organisation_id)
  const agreements = await readAgreements(req.scope, { organisation_id: ids })
  const orders = await readStandingOrders(req.scope, { agreement_id: agreements.map(({ id }) => id) })
  res.json({ standing_orders: await answerStandingOrders(req, orders) })
}

export const POST = async (req: AuthenticatedMedusaRequest<StandingOrderInput>, res: MedusaResponse) => {
  await agreementFor(req.scope, customerOf(req), req.validatedBody.agreement_id, "order")
  const { result } = await saveStandingOrdersWorkflow(req.scope).run({ input: { standing_orders: [req.validatedBody], customer_id: customerOf(req) } })
  const [standing_order] = await answerStandingOrders(req, result)
  res.status(201).json({ standing_order })
}

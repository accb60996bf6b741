import { InstitutionOrderQuery, InstitutionOrders } from "@fupin/contract/schemas"
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { decideRole } from "../../../../domain/decide-member"
import { customerOf } from "../../../../medusa"
import { readMine, readMineOf } from "../../../../reads/members"
import { showOrders } from "../../../../reads/show-orders"
import { statementsOf } from "../../../../statement"
import { validQuery } from "../../../_query"

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  const { organisation_id, ...page } = validQuery(req, InstitutionOrderQuery)
  const ids = await readMineOf(req.scope, customerOf(req), organisation_id)
  const payers = (await readMine(req.scope, customerOf(req))).filter(({ roles }) => decideRole(roles, "pay").ok).map(({ id }) => id)
  const { rows, count, due_orders, due_fen } = await statementsOf(req.scope).pageUnitOrders(ids, page)
  res.json(InstitutionOrders.parse({ orders: await showOrders(req.scope, rows, (id) => payers.includes(id)), count, due: { orders: due_orders, due_fen } }))
}

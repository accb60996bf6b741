import { InstitutionOrder } from "@fupin/contract/schemas"
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { decideRole } from "../../../../domain/decide-member"
import { customerOf } from "../../../../medusa"
import { readMine, readMineOf } from "../../../../reads/members"
import { readOccurrences } from "../../../../reads/plans"
import { showOrders } from "../../../../reads/show-orders"
import { occurrenceFilter, OccurrenceQuery, validQuery } from "../../../_query"

const PLACED = ["placed", "short", "delivered", "accepted", "paid", "rejected", "cancelled"]

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  const query = validQuery(req, OccurrenceQuery)
  const ids = await readMineOf(req.scope, customerOf(req), query.organisation_id)
  const payers = (await readMine(req.scope, customerOf(req))).filter(({ roles }) => decideRole(roles, "pay").ok).map(({ id }) => id)
  const rows = await Promise.all(ids.map(async (organisation_id) => {
    const filter = { state: PLACED, ...occurrenceFilter(query), standing_order: { agreement: { organisation_id } } }
    return showOrders(req.scope, await readOccurrences(req.scope, filter), payers.includes(organisation_id))
  }))
  const orders = rows.flat().sort((one, other) => (one.delivery_date < other.delivery_date ? 1 : -1))
  res.json({ orders: orders.slice(query.offset, query.offset + query.limit).map((one) => InstitutionOrder.parse(one)), count: orders.length })
}

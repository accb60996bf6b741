import type { StaffRequest } from "@fupin/access"
import { RefundQuery } from "@fupin/contract/schemas"
import type { MedusaResponse } from "@medusajs/framework/http"
import { readRefunds } from "../../../../queries/read-refunds"
import { readInput } from "../../../../read-input"

export const GET = async (req: StaffRequest, res: MedusaResponse) => {
  const { order_id } = readInput(RefundQuery, req.query)
  res.json({ refunds: await readRefunds(req.scope, order_id, req.staffRegions) })
}

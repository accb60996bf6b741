import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { shanghaiDay } from "../../../../../domain/period"
import { readReceipt } from "../../../../../queries/read-receipt"

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  res.setHeader("cache-control", "private, no-store")
  res.json(await readReceipt(req.scope, req.params.id!, shanghaiDay(new Date())))
}

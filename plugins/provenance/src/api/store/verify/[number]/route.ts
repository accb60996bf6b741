import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { getVerifiedNumber } from "../../../../queries/verified-number"

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  res.setHeader("cache-control", "no-store")
  res.json(await getVerifiedNumber(req.scope, req.params.number!, new Date()))
}

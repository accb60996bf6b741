import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { getProductProvenance } from "../../../../../queries/product-provenance"

/** Never cached: a badge goes the moment its designation does. */
export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  res.setHeader("cache-control", "no-store")
  res.json(await getProductProvenance(req.scope, req.params.id!, new Date()))
}

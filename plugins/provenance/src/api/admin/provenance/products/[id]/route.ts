import { allowed, type StaffRequest } from "@fupin/access"
import type { MedusaResponse } from "@medusajs/framework/http"
import { decideInScope } from "../../../../../domain/scope"
import { getProductDossier, readOrigins } from "../../../../../queries/product-dossier"

export const GET = async (req: StaffRequest, res: MedusaResponse) => {
  const now = new Date()
  const origins = await readOrigins(req.scope, [req.params.id!], now)
  if (origins.length > 0) allowed(decideInScope(req.staffRegions, origins), "forbidden")
  res.json({ dossier: await getProductDossier(req.scope, req.params.id!, now) })
}

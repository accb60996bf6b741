import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { getDivisions } from "../../../queries/divisions"

/** Divisions change a few times a year: an hour in a cache harms nobody. */
export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  const divisions = await getDivisions(req.scope, req.query)
  res.setHeader("cache-control", "public, max-age=3600")
  res.json({ divisions })
}

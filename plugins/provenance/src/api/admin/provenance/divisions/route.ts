import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { getDivisions } from "../../../../queries/divisions"

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  res.json({ divisions: await getDivisions(req.scope, req.query) })
}

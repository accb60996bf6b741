import type { StaffRequest } from "@fupin/access"
import type { MedusaResponse } from "@medusajs/framework/http"
import { readSettlementCases } from "../../../../queries/read-settlement-cases"

export const GET = async (req: StaffRequest, res: MedusaResponse) => {
  res.json(await readSettlementCases(req.scope, req.staffRegions))
}

import type { StaffRequest } from "@fupin/access"
import { BenefitTotals, TotalsQuery } from "@fupin/contract/schemas"
import type { MedusaResponse } from "@medusajs/framework/http"
import { readTotals } from "../../../../queries/read-totals"
import { readInput } from "../../../../read-input"

export const GET = async (req: StaffRequest, res: MedusaResponse) => {
  res.json(BenefitTotals.parse(await readTotals(req.scope, readInput(TotalsQuery, req.query), req.staffRegions)))
}

import type { StaffRequest } from "@fupin/access"
import { SettlementDetailQuery } from "@fupin/contract/schemas"
import type { MedusaResponse } from "@medusajs/framework/http"
import { readSettlementDetail } from "../../../../../queries/read-settlement-detail"
import { readInput } from "../../../../../read-input"

export const GET = async (req: StaffRequest, res: MedusaResponse) => {
  res.json(await readSettlementDetail(req.scope, req.params.id!, readInput(SettlementDetailQuery, req.query), req.staffRegions))
}

import type { StaffRequest } from "@fupin/access"
import { FilingDetail } from "@fupin/contract/schemas"
import type { MedusaResponse } from "@medusajs/framework/http"
import { readFilingDetail } from "../../../../../queries/read-filing-detail"
import { requireFiling } from "../../../../../queries/require-filing"

export const GET = async (req: StaffRequest, res: MedusaResponse) => {
  const filing = await requireFiling(req)
  res.json(FilingDetail.parse(await readFilingDetail(req.scope, filing, req.auth_context.actor_id, new Date())))
}

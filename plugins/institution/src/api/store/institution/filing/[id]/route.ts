import { readUnitFilingDetail } from "@fupin/benefit/queries/read-unit-filings"
import { FilingDetail } from "@fupin/contract/schemas"
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { customerOf } from "../../../../../medusa"
import { filingFor } from "../../../../_filing"

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  const { filing, mayFile } = await filingFor(req, "read")
  res.json(FilingDetail.parse(await readUnitFilingDetail(req.scope, filing, { actor_id: customerOf(req), mayFile }, new Date())))
}

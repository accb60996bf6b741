import type { StaffRequest } from "@fupin/access"
import { FilingList, FilingQuery } from "@fupin/contract/schemas"
import type { MedusaResponse } from "@medusajs/framework/http"
import { readFilingPage } from "../../../../queries/read-filings"
import { readInput } from "../../../../read-input"

export const GET = async (req: StaffRequest, res: MedusaResponse) => {
  res.json(FilingList.parse(await readFilingPage(req.scope, readInput(FilingQuery, req.query), req.staffRegions, new Date())))
}

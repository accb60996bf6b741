import type { StaffRequest } from "@fupin/access"
import { DuplicateList, DuplicateQuery } from "@fupin/contract/schemas"
import type { MedusaResponse } from "@medusajs/framework/http"
import { readDuplicates } from "../../../../queries/read-duplicates"
import { readInput } from "../../../../read-input"

export const GET = async (req: StaffRequest, res: MedusaResponse) => {
  res.json(DuplicateList.parse(await readDuplicates(req.scope, readInput(DuplicateQuery, req.query), req.staffRegions)))
}

import type { StaffRequest } from "@fupin/access"
import { AccessLog, AccessLogQuery } from "@fupin/contract/schemas"
import type { MedusaResponse } from "@medusajs/framework/http"
import { readAccessLog } from "../../../../queries/read-access-log"
import { readInput } from "../../../../read-input"

export const GET = async (req: StaffRequest, res: MedusaResponse) => {
  const query = readInput(AccessLogQuery, req.query)
  res.json(AccessLog.parse(await readAccessLog(req.scope, query, req.staffRegions)))
}

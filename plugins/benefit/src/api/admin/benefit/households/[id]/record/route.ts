import type { StaffRequest } from "@fupin/access"
import { HouseholdRecord } from "@fupin/contract/schemas"
import type { MedusaResponse } from "@medusajs/framework/http"
import { shanghaiDay } from "../../../../../../domain/period"
import { readHouseholdRecord } from "../../../../../../queries/read-household-record"

export const GET = async (req: StaffRequest, res: MedusaResponse) => {
  res.json(HouseholdRecord.parse(await readHouseholdRecord(req.scope, req.params.id!, req.staffRegions, shanghaiDay(new Date()))))
}

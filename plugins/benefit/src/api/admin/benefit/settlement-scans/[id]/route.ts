import type { StaffRequest } from "@fupin/access"
import type { MedusaResponse } from "@medusajs/framework/http"
import { HOUSEHOLD_MODULE, type HouseholdModuleService } from "../../../../../modules/household"
import { SETTLEMENT_MODULE, type SettlementModuleService } from "../../../../../modules/settlement"
import { requireRun } from "../../../../../queries/read-settlements"
import { answerFile } from "../../../../../settlement/answer-file"

export const GET = async (req: StaffRequest, res: MedusaResponse) => {
  const module: SettlementModuleService = req.scope.resolve(SETTLEMENT_MODULE)
  const { id, settlement_id, filename, mime, content_sealed } = await module.readScan(req.params.id!)
  await requireRun(req.scope, settlement_id, req.staffRegions)
  const households: HouseholdModuleService = req.scope.resolve(HOUSEHOLD_MODULE)
  answerFile(res, { filename, mime, content: Buffer.from(households.personal.open(`${id}:scan`, content_sealed), "base64") })
}

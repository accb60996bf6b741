import type { StaffRequest } from "@fupin/access"
import type { MedusaResponse } from "@medusajs/framework/http"
import { HOUSEHOLD_MODULE, type HouseholdModuleService } from "../../../../../modules/household"
import { SETTLEMENT_MODULE, type SettlementModuleService } from "../../../../../modules/settlement"
import { requireRun } from "../../../../../queries/read-settlements"
import { answerFile } from "../../../../../settlement/answer-file"

/** Names, amounts and signatures stand on it: whoever looks is written down. */
export const GET = async (req: StaffRequest, res: MedusaResponse) => {
  const module: SettlementModuleService = req.scope.resolve(SETTLEMENT_MODULE)
  const { id, settlement_id, run_number, beneficiary_ids, filename, mime, content_sealed } = await module.readScan(req.params.id!)
  await requireRun(req.scope, settlement_id, req.staffRegions)
  const households: HouseholdModuleService = req.scope.resolve(HOUSEHOLD_MODULE)
  await households.appendAccess(beneficiary_ids, { actor_id: req.auth_context.actor_id, action: beneficiary_ids.length > 1 ? "export" : "reveal", fields: ["scan"], reason: `查看兑付 ${run_number} 的签字领款表` })
  answerFile(res, { filename, mime, content: Buffer.from(households.personal.open(`${id}:scan`, content_sealed), "base64") })
}

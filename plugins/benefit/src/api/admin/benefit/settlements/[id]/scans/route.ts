import { createHash } from "node:crypto"
import { refusal, type StaffRequest } from "@fupin/access"
import type { PayoutScanInput } from "@fupin/contract/schemas"
import type { MedusaResponse } from "@medusajs/framework/http"
import { generateEntityId } from "@medusajs/framework/utils"
import { scanType } from "../../../../../../domain/settlement/scan-type"
import { HOUSEHOLD_MODULE, type HouseholdModuleService } from "../../../../../../modules/household"
import { SETTLEMENT_MODULE, type SettlementModuleService } from "../../../../../../modules/settlement"
import { requireRun } from "../../../../../../queries/read-settlements"

/** Bytes stay out of the workflow engine: one insert, which the same file again does not repeat. */
export const POST = async (req: StaffRequest<PayoutScanInput>, res: MedusaResponse) => {
  await requireRun(req.scope, req.params.id!, req.staffRegions)
  const { batch, filename, content: base64 } = req.validatedBody
  const content = Buffer.from(base64, "base64")
  const mime = scanType(content)
  if (mime === null) throw refusal("invalid_data", "scan_type_unknown")
  const sha256 = createHash("sha256").update(content).digest("hex")
  const id = generateEntityId(undefined, "stlc")
  const households: HouseholdModuleService = req.scope.resolve(HOUSEHOLD_MODULE)
  const module: SettlementModuleService = req.scope.resolve(SETTLEMENT_MODULE)
  await module.appendScan(req.params.id!, batch, { id, filename, mime, sha256, content_sealed: households.personal.seal(`${id}:scan`, base64) }, { actor_id: req.auth_context.actor_id, at: new Date() })
  res.status(201).json({ sha256 })
}

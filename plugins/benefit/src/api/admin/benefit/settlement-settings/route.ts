import { allowed, decideRegion, type StaffRequest } from "@fupin/access"
import type { SettlementSetting } from "@fupin/contract/schemas"
import type { MedusaResponse } from "@medusajs/framework/http"
import { SETTLEMENT_MODULE, type SettlementModuleService } from "../../../../modules/settlement"

/** The setting of everywhere is for those who are responsible everywhere. */
export const POST = async (req: StaffRequest<SettlementSetting>, res: MedusaResponse) => {
  allowed(decideRegion(req.validatedBody.region, req.staffRegions), "forbidden")
  const module: SettlementModuleService = req.scope.resolve(SETTLEMENT_MODULE)
  await module.saveSetting(req.validatedBody, { actor_id: req.auth_context.actor_id, at: new Date() })
  res.json({ settings: await module.listSettings() })
}

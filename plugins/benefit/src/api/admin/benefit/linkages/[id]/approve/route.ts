import type { StaffRequest } from "@fupin/access"
import type { MedusaResponse } from "@medusajs/framework/http"
import { HOUSEHOLD_MODULE, type HouseholdModuleService } from "../../../../../../modules/household"
import { requireProducer } from "../../../../../../queries/read-linkages"
import { approveLinkageWorkflow } from "../../../../../../workflows/approve-linkage"

export const POST = async (req: StaffRequest, res: MedusaResponse) => {
  const module: HouseholdModuleService = req.scope.resolve(HOUSEHOLD_MODULE)
  const { agreement } = await module.retrieveLinkageVersion(req.params.id!, { relations: ["agreement"] })
  await requireProducer(req.scope, agreement.producer_id, req.staffRegions)
  const { result } = await approveLinkageWorkflow(req.scope).run({ input: { version_id: req.params.id!, approved_by: req.auth_context.actor_id } })
  res.json(result)
}

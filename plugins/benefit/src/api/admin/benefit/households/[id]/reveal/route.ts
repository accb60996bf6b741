import type { StaffRequest } from "@fupin/access"
import { Revealed, type RevealInput } from "@fupin/contract/schemas"
import type { MedusaResponse } from "@medusajs/framework/http"
import { HOUSEHOLD_MODULE, type HouseholdModuleService } from "../../../../../../modules/household"
import { revealWorkflow } from "../../../../../../workflows/reveal"

export const POST = async (req: StaffRequest<RevealInput>, res: MedusaResponse) => {
  const { fields, reason } = req.validatedBody
  const { result } = await revealWorkflow(req.scope).run({
    input: { household_id: req.params.id!, fields, reason, actor_id: req.auth_context.actor_id, regions: req.staffRegions },
  })
  const module: HouseholdModuleService = req.scope.resolve(HOUSEHOLD_MODULE)
  const household = await module.retrieveHousehold(result.id)
  const clear = module.openFields({ ...household, statuses: [] })
  res.setHeader("cache-control", "no-store")
  res.json(Revealed.parse({
    id: household.id, name: household.name, payee_name: household.payee_name, fields: Object.fromEntries(fields.map((field) => [field, clear[field]])),
  }))
}

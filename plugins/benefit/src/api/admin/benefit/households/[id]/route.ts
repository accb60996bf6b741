import type { StaffRequest } from "@fupin/access"
import type { HouseholdPatch } from "@fupin/contract/schemas"
import type { MedusaResponse } from "@medusajs/framework/http"
import { HOUSEHOLD_MODULE, type HouseholdModuleService } from "../../../../../modules/household"
import { readHousehold } from "../../../../../queries/read-households"
import { saveHouseholdsWorkflow } from "../../../../../workflows/save-households"

export const GET = async (req: StaffRequest, res: MedusaResponse) => {
  const household = await readHousehold(req.scope, req.params.id!, req.staffRegions)
  const module: HouseholdModuleService = req.scope.resolve(HOUSEHOLD_MODULE)
  const accesses = await module.listPersonalDataAccesses({ household_id: household.id }, { take: 50, order: { created_at: "DESC" } })
  res.json({ household, accesses: accesses.map(({ actor_id, action, fields, reason, created_at }) => ({ actor_id, action, fields, reason, at: created_at })) })
}

export const POST = async (req: StaffRequest<HouseholdPatch>, res: MedusaResponse) => {
  const module: HouseholdModuleService = req.scope.resolve(HOUSEHOLD_MODULE)
  const { id, code, kind, name, payee_name, region_code } = await module.retrieveHousehold(req.params.id!)
  await saveHouseholdsWorkflow(req.scope).run({
    input: { households: [{ code, kind, name, payee_name, region_code, ...req.validatedBody }], regions: req.staffRegions, actor_id: req.auth_context.actor_id, only: { id } },
  })
  res.json({ household: await readHousehold(req.scope, id, req.staffRegions) })
}

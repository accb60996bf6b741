import type { StaffScopeInput } from "@fupin/contract/schemas"
import type { MedusaResponse } from "@medusajs/framework/http"
import { decideRegion } from "../../../domain/decide-staff"
import type { StaffRequest } from "../../../medusa"
import { STAFF_MODULE, type StaffModuleService } from "../../../modules/staff"
import { allowed } from "../../../refuse"
import { grantStaffScopeWorkflow } from "../../../workflows/grant-staff-scope"

/** The scopes within the administrator's own regions. */
export const GET = async (req: StaffRequest, res: MedusaResponse) => {
  const staff: StaffModuleService = req.scope.resolve(STAFF_MODULE)
  const scopes = await staff.listStaffScopes({}, { take: null, order: { user_id: "ASC" } })
  res.json({ staff_scopes: scopes.filter(({ region }) => decideRegion(region, req.staffRegions).ok) })
}

/** Nobody grants more than they hold: a county's administrator appoints within the county. */
export const POST = async (req: StaffRequest<StaffScopeInput>, res: MedusaResponse) => {
  allowed(decideRegion(req.validatedBody.region, req.staffRegions), "forbidden")
  const { result } = await grantStaffScopeWorkflow(req.scope).run({ input: req.validatedBody })
  res.status(201).json({ staff_scope: result })
}

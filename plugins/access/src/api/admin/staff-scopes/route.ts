import type { StaffScopeInput } from "@fupin/contract/schemas"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { STAFF_MODULE, type StaffModuleService } from "../../../modules/staff"
import { grantStaffScopeWorkflow } from "../../../workflows/grant-staff-scope"

export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const staff: StaffModuleService = req.scope.resolve(STAFF_MODULE)
  res.json({ staff_scopes: await staff.listStaffScopes({}, { take: 500, order: { user_id: "ASC" } }) })
}

export const POST = async (req: AuthenticatedMedusaRequest<StaffScopeInput>, res: MedusaResponse) => {
  const { result } = await grantStaffScopeWorkflow(req.scope).run({ input: req.validatedBody })
  res.status(201).json({ staff_scope: result })
}

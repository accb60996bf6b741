import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { STAFF_MODULE, type StaffModuleService } from "../../../../modules/staff"

/** Ends a scope now; the row stays, so that who could do what remains readable. */
export const DELETE = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const staff: StaffModuleService = req.scope.resolve(STAFF_MODULE)
  const scope = await staff.updateStaffScopes({ id: req.params.id!, valid_to: new Date() })
  res.json({ staff_scope: scope })
}

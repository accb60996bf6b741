import type { MedusaResponse } from "@medusajs/framework/http"
import { decideRegion } from "../../../../domain/decide-staff"
import type { StaffRequest } from "../../../../medusa"
import { STAFF_MODULE, type StaffModuleService } from "../../../../modules/staff"
import { allowed } from "../../../../refuse"

/** Ends a scope now; the row stays, so that who could do what remains readable. */
export const DELETE = async (req: StaffRequest, res: MedusaResponse) => {
  const staff: StaffModuleService = req.scope.resolve(STAFF_MODULE)
  const { id, region } = await staff.retrieveStaffScope(req.params.id!)
  allowed(decideRegion(region, req.staffRegions), "forbidden")
  res.json({ staff_scope: await staff.updateStaffScopes({ id, valid_to: new Date() }) })
}

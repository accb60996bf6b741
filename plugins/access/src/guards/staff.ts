import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { decideStaff } from "../domain/decide-staff"
import type { Permission } from "../domain/permissions"
import { asStaffRequest } from "../medusa"
import { STAFF_MODULE, type StaffModuleService } from "../modules/staff"
import { allowed } from "../refuse"

/** Middleware for admin routes: 403 unless a scope of the signed-in user grants `permission` now. */
export function staffMay(permission: Permission) {
  return async (request: MedusaRequest, _res: MedusaResponse, next: MedusaNextFunction) => {
    const req = asStaffRequest(request)
    const staff: StaffModuleService = req.scope.resolve(STAFF_MODULE)
    const scopes = await staff.readScopes(req.auth_context.actor_id)
    req.staffRegions = allowed(decideStaff(scopes, permission, new Date()), "forbidden")
    next()
  }
}

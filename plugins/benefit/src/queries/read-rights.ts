import { type Permission, staffMay, type StaffRequest } from "@fupin/access"
import { MedusaError } from "@medusajs/framework/utils"
import type { MedusaResponse } from "@medusajs/framework/http"

/** Where the caller also holds another permission; none when they do not hold it. The route's own grant stays as it is. */
export async function readRights(req: StaffRequest, res: MedusaResponse, permission: Permission): Promise<string[]> {
  const own = req.staffRegions
  try {
    await staffMay(permission)(req, res, () => undefined)
    return req.staffRegions
  } catch (error) {
    if (error instanceof MedusaError && error.code === "missing_permission") return []
    throw error
  } finally {
    req.staffRegions = own
  }
}

import type { AuthenticatedMedusaRequest, MedusaRequest } from "@medusajs/framework/http"

export interface StaffRequest<Body = unknown> extends AuthenticatedMedusaRequest<Body> {
  /** Where the signed-in user holds the route's permission: "*" or division codes. Narrow every read and write by it. */
  staffRegions: string[]
}

/** Core types a middleware's request without its session; behind `authenticate` it has one. */
export function asStaffRequest(req: MedusaRequest): StaffRequest {
  return req as StaffRequest
}

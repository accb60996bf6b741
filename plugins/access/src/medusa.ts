import type { AuthenticatedMedusaRequest, MedusaRequest } from "@medusajs/framework/http"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

export interface StaffRequest<Body = unknown> extends AuthenticatedMedusaRequest<Body> {
  /** Where the signed-in user holds the route's permission: "*" or division codes. Narrow every read and write by it. */
  staffRegions: string[]
}

/** Core types a middleware's request without its session; behind `authenticate` it has one. */
export function asStaffRequest(req: MedusaRequest): StaffRequest {
  return req as StaffRequest
}

/** The signed-in customer of a route that nobody need sign in for. */
export function signedInCustomer(req: MedusaRequest): string | null {
  const session = (req as Partial<AuthenticatedMedusaRequest>).auth_context
  return session?.actor_type === "customer" && session.actor_id ? session.actor_id : null
}

/** A text field of a body that no schema has seen yet. */
export function bodyText(req: MedusaRequest, field: string): string | undefined {
  const body = req.body as Record<string, unknown> | undefined
  const value = body?.[field]
  return typeof value === "string" ? value : undefined
}

/** Whether an unparsed body sets a field. */
export function hasField(req: MedusaRequest, field: string): boolean {
  const { body } = req
  return typeof body === "object" && body !== null && field in body
}

/** The metadata that an unparsed body sets; null where it wipes all, undefined where it sets none. */
export function bodyMetadata(req: MedusaRequest): Record<string, unknown> | null | undefined {
  const metadata = (req.body as Record<string, unknown> | undefined)?.metadata
  return typeof metadata === "object" ? (metadata as Record<string, unknown> | null) : undefined
}

/** The part of knex that guards use: core hands out its connection untyped. */
export interface Sql {
  raw<Row>(sql: string, bindings?: readonly unknown[]): Promise<{ rows: Row[] }>
}

export function sqlOf(container: MedusaContainer): Sql {
  return container.resolve(ContainerRegistrationKeys.PG_CONNECTION) as Sql
}

import type { IPaymentModuleService, MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"

/** The part of knex that we use: core hands out its connection untyped. */
export interface Sql {
  raw<Row>(sql: string, bindings?: readonly unknown[]): Promise<{ rows: Row[] }>
}

export function sqlOf(container: MedusaContainer): Sql {
  return container.resolve(ContainerRegistrationKeys.PG_CONNECTION) as Sql
}

interface Bulk<Row> {
  (rows: Row[]): Promise<unknown>
}

/** Core's payment module generates bulk methods for each of its models and types none of them. */
export interface BulkPayments extends IPaymentModuleService {
  createPaymentSessions: Bulk<Record<string, unknown>>
  createPayments: Bulk<Record<string, unknown>>
  createCaptures: Bulk<Record<string, unknown>>
}

export function bulkPaymentsOf(container: MedusaContainer): BulkPayments {
  return container.resolve(Modules.PAYMENT) as BulkPayments
}

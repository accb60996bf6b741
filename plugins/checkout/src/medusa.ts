import type { IPaymentModuleService, MedusaContainer } from "@medusajs/framework/types"
import type { MedusaStoreRequest } from "@medusajs/framework/http"
import { ContainerRegistrationKeys, MedusaError, Modules } from "@medusajs/framework/utils"

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

/** The channel that the publishable key of a store request sells in. */
export function salesChannelOf(req: MedusaStoreRequest): string {
  const [channel] = req.publishable_key_context.sales_channel_ids
  if (!channel) throw new MedusaError(MedusaError.Types.NOT_ALLOWED, "这个前台密钥没有绑定销售渠道，请联系管理员", "invalid_input")
  return channel
}

/** The key for ids that must not be guessed; the backend's environment schema has checked it. */
export function secretKey(): string {
  const { BLIND_INDEX_KEY } = process.env
  if (!BLIND_INDEX_KEY) throw new MedusaError(MedusaError.Types.UNEXPECTED_STATE, "BLIND_INDEX_KEY is missing", "unexpected")
  return BLIND_INDEX_KEY
}

import type { Context } from "@medusajs/framework/types"

interface SqlManager {
  execute(sql: string, parameters?: unknown[]): Promise<unknown[]>
}

/** Waits until no other transaction holds `key`; freed at commit. Core types the transaction's manager as unknown. */
export async function lockInTransaction(context: Context, key: string): Promise<void> {
  await (context.transactionManager as SqlManager).execute("select pg_advisory_xact_lock(hashtextextended(?, 0))", [key])
}

import type { Context } from "@medusajs/framework/types"

interface SqlManager {
  execute(sql: string, parameters?: unknown[]): Promise<unknown[]>
}

/** Rows of a statement within the transaction. */
export async function rowsIn<Row>(context: Context, sql: string, values: unknown[] = []): Promise<Row[]> {
  return (await (context.transactionManager as SqlManager).execute(sql, values)) as Row[]
}

/** Takes these households' rows, in the order of their ids, until the transaction ends. */
export async function lockHouseholds(context: Context, ids: string[]): Promise<void> {
  for (const id of [...new Set(ids)].sort()) await rowsIn(context, "select id from household where id = ? for update", [id])
}

/** Waits until no other transaction holds `key`; freed at commit. Core types the transaction's manager as unknown. */
export async function lockInTransaction(context: Context, key: string): Promise<void> {
  await (context.transactionManager as SqlManager).execute("select pg_advisory_xact_lock(hashtextextended(?, 0))", [key])
}

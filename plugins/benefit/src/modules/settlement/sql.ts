import { refusal } from "@fupin/access"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { generateEntityId } from "@medusajs/framework/utils"

export const newId = (prefix: string) => generateEntityId(undefined, prefix)

/** One at a time in all processes: whoever takes of the ledger, holds a household or names a successor. */
export async function lockSettlement(transaction: Knex): Promise<void> {
  await transaction.raw("select pg_advisory_xact_lock(hashtextextended('settlement', 0))")
}

export async function rowsOf<Row>(connection: Knex, sql: string, values: Record<string, unknown> = {}): Promise<Row[]> {
  return (await connection.raw(sql, values as never)).rows
}

/** Inserts rows of these columns in one statement; `types` are of the columns, in order. */
export async function insertRows(transaction: Knex, table: string, types: Record<string, string>, rows: object[]): Promise<void> {
  if (rows.length === 0) return
  const columns = Object.keys(types)
  await transaction.raw(
    `insert into ${table} (${columns.join(", ")}) select ${columns.join(", ")} from jsonb_to_recordset(?::jsonb) as n(${columns.map((column) => `${column} ${types[column]}`).join(", ")})`, [JSON.stringify(rows)])
}

/** Turns what the database refused into our own refusal; anything else goes on. */
export async function refusing<T>(constraint: string, code: Parameters<typeof refusal>[1], act: () => Promise<T>): Promise<T> {
  try {
    return await act()
  } catch (error) {
    if (error instanceof Error && "constraint" in error && error.constraint === constraint) throw refusal("conflict", code)
    throw error
  }
}

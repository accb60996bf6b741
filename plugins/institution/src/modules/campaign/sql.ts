import { refusal } from "@fupin/access"
import type { ErrorCode } from "@fupin/contract/codes"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"

export async function rowsOf<Row>(connection: Knex, sql: string, values: Record<string, unknown> = {}): Promise<Row[]> {
  return (await connection.raw(sql, values as never)).rows
}

/** Inserts rows of these columns, `types` in order, in one statement; `tail` says what becomes of a conflict. */
export async function insertRows(connection: Knex, table: string, types: Record<string, string>, rows: readonly object[], tail = ""): Promise<void> {
  if (rows.length === 0) return
  const columns = Object.keys(types)
  const read = `jsonb_to_recordset(?::jsonb) as n(${columns.map((column) => `${column} ${types[column]}`).join(", ")})`
  await connection.raw(`insert into ${table} (${columns.join(", ")}) select ${columns.join(", ")} from ${read} ${tail}`, [JSON.stringify(rows)])
}

/** Turns what a constraint refused into our own refusal; anything else goes on. */
export async function refusing<T>(constraints: Record<string, ErrorCode>, act: () => Promise<T>): Promise<T> {
  try {
    return await act()
  } catch (error) {
    const code = error instanceof Error && "constraint" in error ? constraints[String(error.constraint)] : undefined
    if (code) throw refusal("conflict", code)
    throw error
  }
}

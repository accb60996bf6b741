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

const RETRY_MS = 40
const PATIENCE_MS = 20_000

/**
 * Does something that no other process may do at the same time, however many there are; the lock ends with the process that holds it.
 * Who waits holds no connection meanwhile, so that the one inside never lacks one. Null: somebody else was at it all the time.
 */
export async function exclusively<T>(connection: Knex, key: string, act: () => Promise<T>): Promise<T | null> {
  for (let waited = 0; waited <= PATIENCE_MS; waited += RETRY_MS) {
    const done = await connection.transaction(async (transaction) => {
      const { rows: [lock] } = await transaction.raw<{ rows: { held: boolean }[] }>("select pg_try_advisory_xact_lock(hashtextextended(?, 0)) as held", [key])
      return lock!.held ? { value: await act() } : null
    })
    if (done) return done.value
    await new Promise((resolve) => setTimeout(resolve, RETRY_MS))
  }
  return null
}

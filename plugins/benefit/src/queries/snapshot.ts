import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

/** Reads that all see the database as it is at the first of them: what is posted meanwhile cannot unbalance what they add up to. */
export async function inSnapshot<T>(container: MedusaContainer, read: (snapshot: Knex) => Promise<T>): Promise<T> {
  const connection = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  return await connection.transaction(async (transaction: Knex) => await read(transaction), { isolationLevel: "repeatable read", readOnly: true })
}

/** Rows of a statement, page by page, sorted once and never held as a whole. One reading by that name at a time in a snapshot. */
export async function* pagesOf<Row>(snapshot: Knex, name: string, size: number, sql: string, values: Record<string, unknown>): AsyncGenerator<Row[]> {
  await snapshot.raw("set local cursor_tuple_fraction = 1")
  await snapshot.raw(`declare ${name} no scroll cursor for ${sql}`, values as never)
  for (;;) {
    const { rows } = await snapshot.raw(`fetch ${size} from ${name}`)
    if (rows.length > 0) yield rows
    if (rows.length < size) break
  }
  await snapshot.raw(`close ${name}`)
}

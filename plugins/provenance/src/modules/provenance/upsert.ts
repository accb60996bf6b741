import type { EntityManager } from "@medusajs/framework/mikro-orm/knex"

export interface Table {
  name: string
  /** Column → Postgres type. */
  columns: Record<string, string>
  /** The natural key, and the predicate of its unique index. */
  key: string[]
  where?: string
}

/** Inserts rows or updates them by natural key, all in one statement; answers them as they stand now. Of the same key twice the last counts. */
export async function upsert<Row>(manager: EntityManager, table: Table, given: Record<string, unknown>[]): Promise<Row[]> {
  if (given.length === 0) return []
  const rows = [...new Map(given.map((row) => [JSON.stringify(table.key.map((column) => row[column])), row])).values()]
  const columns = Object.keys(table.columns)
  const changing = columns.filter((column) => column !== "id" && !table.key.includes(column))
  return manager.execute(
    `insert into ${table.name} (${columns.join(", ")})
     select ${columns.join(", ")} from jsonb_to_recordset(?::jsonb) as rows (${columns.map((column) => `${column} ${table.columns[column]}`).join(", ")})
     on conflict (${table.key.join(", ")}) ${table.where ? `where ${table.where}` : ""}
     do update set ${[...changing.map((column) => `${column} = excluded.${column}`), "updated_at = now()"].join(", ")}
     returning *`,
    [JSON.stringify(rows)],
  )
}

const live = "deleted_at is null"

export const PRODUCERS: Table = {
  name: "producer", key: ["id"],
  columns: { id: "text", name: "text", kind: "text", uscc: "text", region_code: "text", beneficiary_id: "text", public_name: "text" },
}
export const PROFILES: Table = {
  name: "product_profile", key: ["product_id", "valid_from"], where: live,
  columns: { id: "text", product_id: "text", producer_id: "text", origin_code: "text", valid_from: "timestamptz", valid_to: "timestamptz" },
}
export const DESIGNATIONS: Table = {
  name: "designation", key: ["number"], where: live,
  columns: { id: "text", number: "text", product_id: "text", status: "text", valid_from: "timestamptz", valid_to: "timestamptz" },
}
export const CERTIFICATES: Table = {
  name: "certificate", key: ["kind", "number"], where: live,
  columns: { id: "text", kind: "text", number: "text", issuer: "text", producer_id: "text", area_code: "text", file_id: "text", valid_from: "timestamptz", valid_to: "timestamptz" },
}
export const CERTIFIED_PRODUCTS: Table = {
  name: "certified_product", key: ["product_id", "certificate_id"], where: live,
  columns: { id: "text", product_id: "text", certificate_id: "text" },
}

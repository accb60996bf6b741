import type { Knex } from "@medusajs/framework/mikro-orm/knex"

/** Where an order's rows lie, each found by the order's id; all of them are copied. */
const TABLES: [string, string][] = [
  ["order", "id = :id"],
  ["order_line_item", "id in (select item_id from order_item where order_id = :id)"],
  ["order_item", "order_id = :id"],
  ["order_line_item_tax_line", "item_id in (select item_id from order_item where order_id = :id)"],
  ["order_shipping_method", "id in (select shipping_method_id from order_shipping where order_id = :id)"],
  ["order_shipping", "order_id = :id"],
  ["payment_collection", "id in (select payment_collection_id from order_payment_collection where order_id = :id)"],
  ["payment_session", "payment_collection_id in (select payment_collection_id from order_payment_collection where order_id = :id)"],
  ["payment", "payment_collection_id in (select payment_collection_id from order_payment_collection where order_id = :id)"],
  ["order_payment_collection", "order_id = :id"],
]

/** Rows of one real order, of which any number can be made quickly: same goods and prices, ids of their own. */
export async function readTemplate(connection: Knex, orderId: string) {
  const rows: [string, string][] = []
  for (const [table, where] of TABLES) {
    const { rows: [found] } = await connection.raw(`select coalesce(jsonb_agg(to_jsonb(t)), '[]')::text as json from "${table}" t where ${where}`, { id: orderId })
    rows.push([table, found.json])
  }
  const ids = [...new Set(rows.flatMap(([, json]) => (JSON.parse(json) as { id: string }[]).map(({ id }) => id)))]
  return { orderId, rows, ids }
}
export type Template = Awaited<ReturnType<typeof readTemplate>>

/** Makes one order of the template, placed at `at`; answers how an id of the template is called in it. */
export async function cloneOrder(connection: Knex, { rows, ids }: Template, name: string, at: Date): Promise<(id: string) => string> {
  const fresh = (id: string) => `${id.slice(0, 40)}_${name}`
  const renamed = ([table, json]: [string, string]): [string, string] => [table, ids.reduce((text, id) => text.replaceAll(`"${id}"`, `"${fresh(id)}"`), json)]
  const made = rows.map(renamed).map(([table, json]) => {
    const held = (JSON.parse(json) as Record<string, unknown>[]).map((row) => ({ ...row, ...(table === "order" ? { created_at: at.toISOString() } : {}) }))
    return [table, JSON.stringify(held)] as const
  })
  const inserts = made.map(([table], place) => `t${place} as (insert into "${table}" select * from jsonb_populate_recordset(null::"${table}", ?::jsonb))`)
  await connection.raw(`with ${inserts.join(", ")} select 1`, made.map(([, json]) => json))
  return fresh
}

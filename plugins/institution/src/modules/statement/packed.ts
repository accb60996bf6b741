import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { rowsOf } from "../spending/sql"
import type { Act } from "./draw"

export interface PackedRow {
  load_id: string
  variant_id: string
  lot_id: string
}

/** Goods of a load come from these lots, in place of those named before; who packed what stays stays. */
export async function writePacked(transaction: Knex, load_id: string, variant_id: string, lot_ids: string[], { actor_id, at }: Act): Promise<void> {
  await rowsOf(transaction, "delete from packed_lot where load_id = :load_id and variant_id = :variant_id and not lot_id = any(:lot_ids) returning lot_id", { load_id, variant_id, lot_ids })
  await rowsOf(transaction, `insert into packed_lot (load_id, variant_id, lot_id, packed_by, packed_at) select :load_id, :variant_id, lot_id, :actor_id, :at from unnest(:lot_ids::text[]) lot_id
    on conflict do nothing returning lot_id`, { load_id, variant_id, lot_ids, actor_id, at })
}

/** What was packed into many loads, in one query. */
export const readPacked = (connection: Knex, load_ids: string[]): Promise<PackedRow[]> =>
  rowsOf(connection, "select load_id, variant_id, lot_id from packed_lot where load_id = any(:load_ids) order by packed_at, lot_id", { load_ids })

import type { PurchaseReason } from "@fupin/contract/schemas"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { rowsOf } from "../spending/sql"
import type { Act } from "./draw"

/** Null: the unit says nothing. */
export async function setReason(connection: Knex, organisation_id: string, reason: PurchaseReason | null, { actor_id, at }: Act): Promise<void> {
  await connection.raw(reason === null
    ? "delete from unit_purchase_reason where organisation_id = :organisation_id"
    : `insert into unit_purchase_reason (organisation_id, reason, changed_by, changed_at) values (:organisation_id, :reason, :actor_id, :at)
      on conflict (organisation_id) do update set reason = excluded.reason, changed_by = excluded.changed_by, changed_at = excluded.changed_at`, { organisation_id, reason, actor_id, at } as never)
}

export async function readReasons(connection: Knex, organisationIds: string[]): Promise<Map<string, PurchaseReason>> {
  const rows = await rowsOf<{ organisation_id: string; reason: PurchaseReason }>(connection, "select organisation_id, reason from unit_purchase_reason where organisation_id = any(:organisationIds)", { organisationIds })
  return new Map(rows.map(({ organisation_id, reason }) => [organisation_id, reason]))
}

import { refusal } from "@fupin/access"
import type { OrganisationRelation } from "@fupin/contract/schemas"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { generateEntityId } from "@medusajs/framework/utils"
import type { Act } from "./shares"
import { rowsOf } from "./sql"

export type RelationRow = Omit<OrganisationRelation, "organisation_name" | "to_organisation_name">

const COLUMNS = "id, organisation_id, kind, to_organisation_id, since, ended_on"

/** Relations from or to these organisations, those ended too. */
export async function readRelations(connection: Knex, organisationIds: string[]): Promise<RelationRow[]> {
  return rowsOf(connection, `select ${COLUMNS} from organisation_relation where organisation_id = any(:ids) or to_organisation_id = any(:ids) order by since, id`, { ids: organisationIds })
}

/** Says it once; a group has no circles and a unit is in one group and one shared canteen at a time. Error: relation_taken. */
export async function saveRelation(transaction: Knex, relation: Omit<RelationRow, "id" | "ended_on">, { actor_id, at }: Act): Promise<void> {
  await transaction.raw("select pg_advisory_xact_lock(hashtextextended('organisation_relation', 0))")
  const { organisation_id, kind, to_organisation_id } = relation
  const above = await rowsOf<{ id: string }>(transaction, `with recursive above as (select to_organisation_id as id from organisation_relation where organisation_id = :to_organisation_id and kind = :kind and ended_on is null
    union select r.to_organisation_id from organisation_relation r join above a on a.id = r.organisation_id where r.kind = :kind and r.ended_on is null) select id from above`, { to_organisation_id, kind })
  const held = await rowsOf<RelationRow>(transaction, `select ${COLUMNS} from organisation_relation where organisation_id = :organisation_id and kind = :kind and ended_on is null`, { organisation_id, kind })
  if (held.some((one) => one.to_organisation_id === to_organisation_id)) return
  if (organisation_id === to_organisation_id || above.some(({ id }) => id === organisation_id) || (kind !== "caterer" && held.length > 0)) throw refusal("conflict", "relation_taken")
  await transaction.raw("insert into organisation_relation (id, organisation_id, kind, to_organisation_id, since, changed_by, changed_at) values (:id, :organisation_id, :kind, :to_organisation_id, :since, :actor_id, :at)",
    { id: generateEntityId(undefined, "orel"), ...relation, actor_id, at } as never)
}

/** Error: not_found. */
export async function endRelation(connection: Knex, id: string, ended_on: string, { actor_id, at }: Act): Promise<void> {
  const rows = await rowsOf(connection, `update organisation_relation set ended_on = coalesce(ended_on, :ended_on), changed_by = :actor_id, changed_at = :at where id = :id returning id`, { id, ended_on, actor_id, at })
  if (rows.length === 0) throw refusal("not_found", "not_found")
}

/** Whose purchases count for whom, from one business day to another. */
export interface CountedRow {
  counts_for: string
  id: string
  since: string
  until: string
}

/**
 * Whose purchases count for organisations between two days: their own, those of their outsourced caterers, of the units whose
 * canteen they run, and of every unit below them in their group (R30); each while the relation held.
 */
export async function readCounted(connection: Knex, organisation_ids: string[], first: string, last: string): Promise<CountedRow[]> {
  return rowsOf(connection, `with recursive counted as (
      select o as counts_for, o as id, :first::text as since, :last::text as until from unnest(:organisation_ids::text[]) as o
      union select c.counts_for, r.organisation_id, greatest(c.since, r.since), least(c.until, coalesce(r.ended_on, c.until)) from organisation_relation r join counted c on c.id = r.to_organisation_id
        where greatest(c.since, r.since) <= least(c.until, coalesce(r.ended_on, c.until)))
    select counts_for, id, since, until from counted`, { organisation_ids, first, last })
}

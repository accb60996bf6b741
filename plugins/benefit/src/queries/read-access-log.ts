import type { AccessLog, AccessLogEntry, AccessLogQuery } from "@fupin/contract/schemas"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { maskName } from "../domain/mask"
import { regionPrefix } from "../domain/place"

const NAMED = 20

interface Act extends Omit<AccessLogEntry, "at" | "actor" | "households"> {
  at: Date
  actor_id: string
  email: string | null
  households: { id: string; code: string; kind: string; name: string }[]
  total: number
}

/** A page of the access log: acts on households that lie in these regions. What was seen stands nowhere in it. One query. */
export async function readAccessLog(container: MedusaContainer, query: AccessLogQuery, regions: string[]): Promise<AccessLog> {
  const values = {
    prefixes: regions.includes("*") ? null : regions.map((region) => `${regionPrefix(region)}%`), code: query.household_code ?? null, action: query.action ?? null,
    actor: query.actor ? `%${query.actor.replace(/[\\%_]/g, "\\$&")}%` : null, from: midnight(query.from), to: midnight(query.to), offset: query.offset, limit: query.limit,
  }
  const { rows }: { rows: Act[] } = await container.resolve(ContainerRegistrationKeys.PG_CONNECTION).raw(`${ACTS}
    select acts.*, count(*) over ()::integer as total from acts order by at desc, id desc offset :offset limit :limit`, values as never)
  const count = rows[0]?.total ?? (query.offset === 0 ? 0 : await countActs(container, values))
  return { accesses: rows.map(shown), count }
}

/** An export writes one row a household; those of one person, reason and second are one act. */
const ACTS = `with acts as (
  select min(a.id) as id, min(a.created_at) as at, a.actor_id, max(u.email) as email, a.action, a.fields, a.reason, count(distinct h.id)::integer as household_count,
    to_json((array_agg(json_build_object('id', h.id, 'code', h.code, 'kind', h.kind, 'name', h.name) order by h.code))[1:${NAMED}]) as households
  from personal_data_access a join household h on h.id = a.household_id left join "user" u on u.id = a.actor_id
  where (:prefixes::text[] is null or h.region_code like any(:prefixes)) and (:code::text is null or h.code = :code) and (:action::text is null or a.action = :action)
    and (:actor::text is null or u.email ilike :actor)
    and (:from::timestamptz is null or a.created_at >= :from) and (:to::timestamptz is null or a.created_at < :to::timestamptz + interval '1 day')
  group by a.actor_id, a.action, a.fields, a.reason, case when a.action = 'export' then date_trunc('second', a.created_at)::text else a.id end)`

const midnight = (day: string | undefined): string | null => (day === undefined ? null : `${day}T00:00:00+08:00`)

async function countActs(container: MedusaContainer, values: object): Promise<number> {
  const { rows: [counted] } = await container.resolve(ContainerRegistrationKeys.PG_CONNECTION).raw(`${ACTS} select count(*)::integer as total from acts`, values as never)
  return counted.total
}

function shown({ at, actor_id, email, households, total: _total, ...act }: Act): AccessLogEntry {
  return {
    ...act, at: at.toISOString(), actor: { id: actor_id, email },
    households: households.map(({ id, code, kind, name }) => ({ id, code, name: kind === "collective" ? name : maskName(name) })),
  }
}

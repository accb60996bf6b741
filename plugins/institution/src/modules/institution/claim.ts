import type { EntityManager } from "@medusajs/framework/mikro-orm/knex"
import type { Tried } from "../../domain/occurrence-state"
import type { Own } from "../../domain/own-quantities"

export interface ClaimInput {
  /** Deliveries up to and including this business day are due… */
  date: string
  /** …or, for the daily job, those whose cut-off lies before it; `null` when the date alone decides. */
  cutoff_before: string | null
  /** These alone; all that are due when absent. */
  only?: string[]
  /** Organisations the caller may run; null for all. */
  organisation_ids: string[] | null
  /** Failed in this run already: a failure is tried once a run. */
  taken: string[]
  limit: number
  lease_seconds: number
}

export interface Claim {
  id: string
  attempt: number
}

/**
 * Takes due occurrences for this worker alone: planned, failed, or claimed by one whose lease ran out. Rows another worker
 * is taking are passed over. `attempt` is the fence: only its holder may write the outcome.
 */
export async function claimDue(manager: EntityManager, input: ClaimInput): Promise<Claim[]> {
  const due = input.cutoff_before === null ? ["o.delivery_date <= ?", input.date] : ["o.cutoff_on < ?", input.cutoff_before]
  return manager.execute(`
    update occurrence set state = 'claimed', decided_by = null, attempt = attempt + 1, lease_until = now() + make_interval(secs => ?), updated_at = now()
    where id in (
      select o.id from occurrence o
      join standing_order s on s.id = o.standing_order_id join supply_agreement a on a.id = s.agreement_id join organisation g on g.id = a.organisation_id
      where a.stage in ('signed', 'terminated') and (o.state in ('planned', 'failed') or (o.state = 'claimed' and o.lease_until < now())) and o.deleted_at is null and g.verified_at is not null
        and ${due[0]} and (?::jsonb is null or o.id in (select jsonb_array_elements_text(?::jsonb))) and o.id not in (select jsonb_array_elements_text(?::jsonb))
        and (?::jsonb is null or g.id in (select jsonb_array_elements_text(?::jsonb)))
      order by o.delivery_date, o.id limit ? for update of o skip locked)
    returning id, attempt`, [
    input.lease_seconds, due[1], jsonOrNull(input.only), jsonOrNull(input.only), JSON.stringify(input.taken), jsonOrNull(input.organisation_ids), jsonOrNull(input.organisation_ids), input.limit,
  ])
}

const jsonOrNull = (ids: string[] | null = null) => (ids === null ? null : JSON.stringify(ids))

/** Ends claims that still hold, as failed with a reason. */
export async function releaseClaims(manager: EntityManager, claims: Claim[], error: string): Promise<void> {
  await manager.execute(`update occurrence o set state = 'failed', error = ?, lease_until = null, updated_at = now()
    from jsonb_to_recordset(?::jsonb) as c (id text, attempt int) where o.id = c.id and o.attempt = c.attempt and o.state = 'claimed'`, [error, JSON.stringify(claims)])
}

type Locked = Own & Tried & { cutoff_on: string; accepted_at: Date | null; version: number }

/** The occurrence under its lock; none when there is no such row. */
export async function lockOccurrence(manager: EntityManager, id: string): Promise<Locked[]> {
  return manager.execute("select state, error, array_to_json(order_ids) as order_ids, cutoff_on, accepted_at, edits, bases, version from occurrence where id = ? and deleted_at is null for update", [id])
}

/** Whole, not merged: a quantity that follows the standing order again is gone. */
export async function writeOwn(manager: EntityManager, id: string, { edits, bases }: Own): Promise<void> {
  await manager.execute("update occurrence set edits = ?::jsonb, bases = ?::jsonb where id = ?", [JSON.stringify(edits), JSON.stringify(bases), id])
}

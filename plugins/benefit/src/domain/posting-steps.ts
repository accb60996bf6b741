import type { OrderFacts } from "./order-facts"

export interface Step {
  /** The facts as far as they had happened. */
  facts: OrderFacts
  event_at: Date
  /** Facts that no journal names yet. */
  source_ids: string[]
}

interface Event {
  id: string
  at: Date
}

/**
 * The moments to post at, in order: every moment after the last posted one at which something happened. When there is none, once
 * more at the last: whatever became known late, or was put right since, is posted then, dated by the late fact itself.
 */
export function planSteps(facts: OrderFacts, posted: { source_ids: string[]; last_event_at: Date | null }, now: Date): Step[] {
  const events = eventsOf({ ...facts, acceptances: facts.acceptances.filter(({ at }) => at <= now) })
  const known = new Set(posted.source_ids)
  const last = posted.last_event_at
  const moments = [...new Set(events.map(({ at }) => at.getTime()))].filter((time) => last === null || time > last.getTime()).sort((a, b) => a - b)
  const fresh = events.filter(({ id }) => !known.has(id))
  if (moments.length === 0) return last === null ? [] : [{ facts: until(facts, last), event_at: latest(fresh) ?? last, source_ids: fresh.map(({ id }) => id) }]

  let before = -Infinity
  return moments.map((time) => {
    const source_ids = fresh.filter(({ at }) => at.getTime() > before && at.getTime() <= time).map(({ id }) => id)
    before = time
    return { facts: until(facts, new Date(time)), event_at: new Date(time), source_ids }
  })
}

function eventsOf({ order_id, version, version_at, captures, refunds, acceptances }: OrderFacts): Event[] {
  const edited = version > 1 ? [{ id: `${order_id}@${version}`, at: version_at }] : []
  return [...captures, ...refunds, ...acceptances, ...edited]
}

function until(facts: OrderFacts, moment: Date): OrderFacts {
  const happened = ({ at }: Event) => at <= moment
  return { ...facts, captures: facts.captures.filter(happened), refunds: facts.refunds.filter(happened), acceptances: facts.acceptances.filter(happened) }
}

function latest(events: Event[]): Date | null {
  return events.reduce<Date | null>((best, { at }) => (best === null || at > best ? at : best), null)
}

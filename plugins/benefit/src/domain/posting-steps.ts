import type { OrderFacts } from "./order-facts"

export interface Step {
  /** The facts as far as they had happened. */
  facts: OrderFacts
  event_at: Date
  /** Facts that no journal names yet. */
  sources: Source[]
}

/** A capture, refund, acceptance or order version, and when it happened. */
export interface Source {
  id: string
  at: Date
}

/**
 * The moments to post at, in order: every moment after the last posted one at which something happened. When there is none, once
 * more at the last: whatever became known late, or was put right since, is posted then, dated by the late fact itself.
 */
export function planSteps(facts: OrderFacts, posted: { sources: readonly Source[]; last_event_at: Date | null }, now: Date): Step[] {
  const events = eventsOf({ ...facts, acceptances: facts.acceptances.filter(({ at }) => at <= now) })
  const known = new Set(posted.sources.map(({ id }) => id))
  const last = posted.last_event_at
  const moments = [...new Set(events.map(({ at }) => at.getTime()))].filter((time) => last === null || time > last.getTime()).sort((a, b) => a - b)
  const fresh = events.filter(({ id }) => !known.has(id))
  if (moments.length === 0) return last === null ? [] : [{ facts: until(facts, last), event_at: latest(fresh) ?? last, sources: fresh }]

  let before = -Infinity
  return moments.map((time) => {
    const sources = fresh.filter(({ at }) => at.getTime() > before && at.getTime() <= time)
    before = time
    return { facts: until(facts, new Date(time)), event_at: new Date(time), sources }
  })
}

/**
 * Whether a posted capture or refund is now known to have happened at another moment, as when the bank's day of a transfer is recorded after the
 * worker has seen its capture.
 */
export function isMisdated({ captures, refunds }: OrderFacts, posted: { sources: readonly Source[] }): boolean {
  const known = new Map(posted.sources.map(({ id, at }) => [id, at.getTime()]))
  return [...captures, ...refunds].some(({ id, at }) => known.has(id) && known.get(id) !== at.getTime())
}

function eventsOf({ order_id, version, version_at, captures, refunds, acceptances }: OrderFacts): Source[] {
  const edited = version > 1 ? [{ id: `${order_id}@${version}`, at: version_at }] : []
  const kept = refunds.flatMap(({ id, kept: decision }) => (decision ? [{ id: `${id}:kept`, at: decision.from }] : []))
  return [...captures, ...refunds, ...kept, ...acceptances, ...edited].map(({ id, at }) => ({ id, at }))
}

function until(facts: OrderFacts, moment: Date): OrderFacts {
  const happened = ({ at }: Source) => at <= moment
  const refunds = facts.refunds.filter(happened).map((refund) => (refund.kept && refund.kept.from > moment ? { ...refund, kept: null } : refund))
  return { ...facts, refunds, captures: facts.captures.filter(happened), acceptances: facts.acceptances.filter(happened) }
}

function latest(events: Source[]): Date | null {
  return events.reduce<Date | null>((best, { at }) => (best === null || at > best ? at : best), null)
}

import { addDays, daysBetween, earlier } from "./business-day"

export interface Vacation {
  name: string
  from_on: string
  to_on: string
}

export interface CommitmentFacts {
  term_min: number | null
  valid_from: string
  valid_to: string
  vacations: Vacation[]
  /** Up to yesterday: what was asked for at cut-off, supplied and accepted. */
  requested: number
  supplied: number
  accepted: number
}

export interface CommitmentState {
  relieved_min: number
  owed: number
  buyer_gap: number
  producer_gap: number
}

/** The vacation a day falls into, or null. */
export function vacationOn(vacations: readonly Vacation[], date: string): Vacation | null {
  return vacations.find(({ from_on, to_on }) => date >= from_on && date <= to_on) ?? null
}

/**
 * How far both sides kept to the minimum of a term, as of `today`. Vacations relieve the unit: the minimum shrinks by their share of
 * the term's days, and they pass without anything falling due. The producer owes what was asked for and not supplied.
 */
export function commitmentOf(facts: CommitmentFacts, today: string): CommitmentState {
  const days = daysBetween(facts.valid_from, facts.valid_to)
  const open = days.filter((day) => vacationOn(facts.vacations, day) === null)
  const passed = open.filter((day) => day <= earlier(addDays(today, -1), facts.valid_to)).length
  const minimum = facts.term_min ?? 0
  const relieved_min = days.length === 0 ? 0 : Math.ceil((minimum * open.length) / days.length)
  const owed = open.length === 0 ? 0 : Math.floor((relieved_min * passed) / open.length)
  return { relieved_min, owed, buyer_gap: Math.max(0, owed - facts.requested), producer_gap: Math.max(0, facts.requested - facts.supplied) }
}

/** One household takes the place of another from a business date on. */
export interface Succession {
  household_id: string
  successor_id: string
  from: string
}

/**
 * Who stands in for `householdId` on the day `on` (YYYY-MM-DD): the successor's successor and so on, or the household itself.
 * Of several rows of one household the latest begun counts. A circle, which no decision allows, ends where it began.
 */
export function successorOn(householdId: string, on: string, successions: readonly Succession[]): string {
  const seen = new Set([householdId])
  let current = householdId
  for (;;) {
    const next = latestOf(current, on, successions)
    if (next === null || seen.has(next)) return next === null ? current : householdId
    seen.add(next)
    current = next
  }
}

/** Would naming `successorId` as the successor of `householdId` close a circle? */
export function closesCircle(householdId: string, successorId: string, successions: readonly Succession[]): boolean {
  if (householdId === successorId) return true
  const seen = new Set<string>()
  const waiting = [successorId]
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (id === householdId) return true
    if (seen.has(id)) continue
    seen.add(id)
    waiting.push(...successions.filter((row) => row.household_id === id).map(({ successor_id }) => successor_id))
  }
  return false
}

function latestOf(householdId: string, on: string, successions: readonly Succession[]): string | null {
  const begun = successions.filter((row) => row.household_id === householdId && row.from <= on)
  return begun.reduce<Succession | null>((latest, row) => (latest === null || row.from > latest.from ? row : latest), null)?.successor_id ?? null
}

interface Line {
  variant_id: string
  quantity: number
}

/** A date's own quantities by variant, and what the standing order asked for when each was set. */
export interface Own {
  edits: Record<string, number>
  bases: Record<string, number>
}

export interface Conflict {
  variant_id: string
  was: number
  own: number
  standing: number
}

/**
 * What the buyer sets for one date. A quantity equal to the standing one is no quantity of its own: the date follows again.
 * Setting a line anew answers a conflict, for its base becomes what stands now.
 */
export function setOwn(standing: Line[], held: Own, lines: Line[]): Own {
  const own: Own = { edits: { ...held.edits }, bases: { ...held.bases } }
  for (const { variant_id, quantity } of lines) {
    const stands = standingOf(standing, variant_id)
    delete own.edits[variant_id]
    delete own.bases[variant_id]
    if (quantity === stands) continue
    own.edits[variant_id] = quantity
    own.bases[variant_id] = stands
  }
  return own
}

/**
 * Three-way merge: a line never touched follows the standing order; a line with its own quantity keeps it; and where the standing
 * quantity changed since, to something else, that is a conflict to be shown, never settled in silence.
 */
export function conflictsOf(standing: Line[], { edits, bases }: Own): Conflict[] {
  return Object.entries(edits).flatMap(([variant_id, own]) => {
    const [was, now] = [bases[variant_id], standingOf(standing, variant_id)]
    return was === undefined || was === now || own === now ? [] : [{ variant_id, was, own, standing: now }]
  })
}

/** The lines of a date for another number of eaters than usual: in proportion, rounded up; nobody eats, nothing comes. */
export function linesForHeadcount(standing: Line[], usual: number, headcount: number): Line[] {
  return standing.map(({ variant_id, quantity }) => ({ variant_id, quantity: Math.ceil((quantity * headcount) / usual) }))
}

const standingOf = (standing: Line[], variantId: string): number => standing.find(({ variant_id }) => variant_id === variantId)?.quantity ?? 0

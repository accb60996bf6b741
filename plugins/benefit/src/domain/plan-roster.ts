/** What a beneficiary's payable account moved by in one period. */
export interface Movement {
  household_id: string
  period: string
  amount_fen: number
}

export interface PlannedRoster {
  /** Per household that is paid in this period: what it gets, less what earlier periods left owing. */
  rows: { household_id: string; amount_fen: number }[]
  /** 结转: per household what moves into later periods (zero or negative) or is set off against earlier ones (positive). */
  carried_forward: { household_id: string; amount_fen: number }[]
  collectives: { household_id: string; amount_fen: number }[]
}

/**
 * 附件1 of `period` from every movement up to it. A row that would be zero or less is carried forward into the next period.
 * rows + carried forward + collectives = the period's movements, exactly.
 */
export function planRoster(movements: Movement[], period: string, isCollective: (household_id: string) => boolean): PlannedRoster {
  const planned: PlannedRoster = { rows: [], carried_forward: [], collectives: [] }
  for (const [household_id, own] of byHousehold(movements)) {
    const moved = own.find((movement) => movement.period === period)
    if (!moved) continue
    if (isCollective(household_id)) {
      planned.collectives.push({ household_id, amount_fen: moved.amount_fen })
      continue
    }
    const brought = carriedInto(own, period)
    const due = moved.amount_fen + brought
    if (due > 0) planned.rows.push({ household_id, amount_fen: due })
    if (due <= 0) planned.carried_forward.push({ household_id, amount_fen: moved.amount_fen })
    else if (brought < 0) planned.carried_forward.push({ household_id, amount_fen: -brought })
  }
  return planned
}

/** What earlier periods left owing: never more than zero. */
function carriedInto(movements: Movement[], period: string): number {
  return movements
    .filter((movement) => movement.period < period)
    .sort((a, b) => (a.period < b.period ? -1 : 1))
    .reduce((carried, { amount_fen }) => Math.min(0, carried + amount_fen), 0)
}

function byHousehold(movements: Movement[]): Map<string, Movement[]> {
  const grouped = new Map<string, Movement[]>()
  for (const movement of movements) grouped.set(movement.household_id, [...(grouped.get(movement.household_id) ?? []), movement])
  return grouped
}

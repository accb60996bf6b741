/** What one beneficiary earned in a filing, or brings from the filing before it, in fen. */
export interface PayeeSum {
  household_id: string
  amount_fen: number
}

export interface FilingRoster {
  rows: PayeeSum[]
  /** 结转 in this filing: what moves on (zero or negative), or is set off against earlier ones (positive). Rows + these + collectives = earned. */
  carried_forward: PayeeSum[]
  collectives: PayeeSum[]
  /** What the next filing must bring in: never more than zero, and also of those for whom nothing moved here. */
  owing: PayeeSum[]
}

/**
 * 附件1 of a filing: what its journals earned each payee plus what the unit's filing before it carried forward. A row that would be zero
 * or less is carried into the next one (R59). A collective is listed as it is.
 */
export function planFilingRoster(earned: PayeeSum[], brought: PayeeSum[], isCollective: (household_id: string) => boolean): FilingRoster {
  const roster: FilingRoster = { rows: [], carried_forward: [], collectives: [], owing: [] }
  const owed = new Map(brought.map(({ household_id, amount_fen }) => [household_id, amount_fen]))
  for (const { household_id, amount_fen } of earned) {
    if (isCollective(household_id)) {
      roster.collectives.push({ household_id, amount_fen })
      continue
    }
    const before = owed.get(household_id) ?? 0
    owed.delete(household_id)
    const due = amount_fen + before
    if (due > 0) roster.rows.push({ household_id, amount_fen: due })
    if (due <= 0) roster.carried_forward.push({ household_id, amount_fen })
    else if (before < 0) roster.carried_forward.push({ household_id, amount_fen: -before })
    if (due < 0) roster.owing.push({ household_id, amount_fen: due })
  }
  roster.owing.push(...[...owed].filter(([, fen]) => fen < 0).map(([household_id, amount_fen]) => ({ household_id, amount_fen })))
  return roster
}

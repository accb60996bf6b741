/** What a group buy keeps back from the shelf: one place for each inventory item of its goods. */
export interface Hold {
  inventory_item_id: string
  location_id: string
  /** Of this item in one piece of the goods. */
  per_piece: number
}

export interface HeldReservation {
  id: string
  inventory_item_id: string
  quantity: number
}

export interface HoldPlan {
  create: (Omit<Hold, "per_piece"> & { quantity: number })[]
  update: { id: string; quantity: number }[]
  remove: string[]
}

/** What must change so that exactly `pieces` are kept back. Planned again after it was done, nothing changes. */
export function planHold(holds: readonly Hold[], reserved: readonly HeldReservation[], pieces: number): HoldPlan {
  const plan: HoldPlan = { create: [], update: [], remove: [] }
  for (const { inventory_item_id, location_id, per_piece } of holds) {
    const [kept, ...surplus] = reserved.filter((one) => one.inventory_item_id === inventory_item_id)
    const quantity = pieces * per_piece
    plan.remove.push(...surplus.map(({ id }) => id))
    if (kept && quantity === 0) plan.remove.push(kept.id)
    else if (kept && kept.quantity !== quantity) plan.update.push({ id: kept.id, quantity })
    else if (!kept && quantity > 0) plan.create.push({ inventory_item_id, location_id, quantity })
  }
  return plan
}

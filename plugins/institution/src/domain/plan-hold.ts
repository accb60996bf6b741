/** What is kept back from the shelf for one purpose: one place for each inventory item of the goods. */
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

export interface KeptReservation extends HeldReservation {
  location_id: string
}

/**
 * Of goods made of these parts as many of `wanted` pieces as the shelf has, and where. What is kept already stays at its place and counts
 * as there; a part that is not kept yet comes from where there is most of it.
 */
export function fitShelf(parts: readonly { inventory_item_id: string; required_quantity: number }[], levels: readonly { inventory_item_id: string; location_id: string; available: number }[], kept: readonly KeptReservation[], wanted: number): { holds: Hold[]; pieces: number } {
  const places = parts.map(({ inventory_item_id, required_quantity }) => {
    const own = kept.find((one) => one.inventory_item_id === inventory_item_id)
    const there = levels.filter((one) => one.inventory_item_id === inventory_item_id && (!own || one.location_id === own.location_id))
    const most = there.reduce<(typeof there)[number] | null>((best, one) => (best && best.available >= one.available ? best : one), null)
    return { inventory_item_id, location_id: own?.location_id ?? most?.location_id ?? "", per_piece: required_quantity, room: Math.floor(((own?.quantity ?? 0) + (most?.available ?? 0)) / required_quantity) }
  })
  const pieces = Math.max(0, Math.min(wanted, ...places.map(({ room }) => room)))
  return { holds: places.map(({ room: _room, ...hold }) => hold), pieces }
}

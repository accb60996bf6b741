import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { type Hold, type KeptReservation, planHold } from "../domain/plan-hold"

/** What core's reservations are kept for. */
export interface Keeper {
  /** The group buy, the pre-production offer. */
  id: string
  description: string
}

/** What core reserves for a keeper itself, beside the orders of it. */
export async function readKept(container: MedusaContainer, id: string): Promise<KeptReservation[]> {
  const { rows } = await container.resolve(ContainerRegistrationKeys.PG_CONNECTION).raw<{ rows: KeptReservation[] }>(
    "select id, inventory_item_id, location_id, quantity::float8 as quantity from reservation_item where external_id = ? and deleted_at is null order by id", [id])
  return rows
}

/** Brings core's reservations of a keeper to exactly so many pieces. Error: out_of_stock when the shelf has fewer. */
export async function keepBack(container: MedusaContainer, { id, description }: Keeper, holds: readonly Hold[], pieces: number): Promise<void> {
  const inventory = container.resolve(Modules.INVENTORY)
  const plan = planHold(holds, await readKept(container, id), pieces)
  if (plan.remove.length > 0) await inventory.deleteReservationItems(plan.remove)
  if (plan.update.length > 0) await inventory.updateReservationItems(plan.update)
  if (plan.create.length > 0) await inventory.createReservationItems(plan.create.map((one) => reservationRow(one, id, description)))
}

/** Core's type has no room for what a reservation is for; its table has. */
const reservationRow = (one: Omit<Hold, "per_piece"> & { quantity: number }, external_id: string, description: string) => ({ ...one, external_id, description })

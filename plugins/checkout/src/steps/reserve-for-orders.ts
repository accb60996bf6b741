import type { ICreateReservations } from "./reservation-rows"
import type { IInventoryService, MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { sqlOf } from "../medusa"
import { isOutOfStock } from "../domain/out-of-stock"
import type { AllottedOrder, OrderPlan } from "./plan-orders"
import { reservationRows } from "./reservation-rows"

/**
 * Reserves first and writes orders after: an order that cannot be reserved leaves nothing behind.
 * All orders in one call; if another buyer was faster, one by one, refusing those that no longer fit.
 */
export const reserveForOrdersStep = createStep("reserve-for-orders", async (plan: OrderPlan, { container }) => {
  const inventory = container.resolve(Modules.INVENTORY)
  const left = await readLeftOver(container, plan.fresh)
  const created: string[] = []
  const refused = [...plan.refused]
  const reserve = async (orders: AllottedOrder[]) => created.push(...(await createMissing(inventory, orders, left)))
  const fresh: AllottedOrder[] = []
  try {
    await reserve(plan.fresh)
    fresh.push(...plan.fresh)
  } catch (error) {
    if (!isOutOfStock(error)) throw error
    for (const order of plan.fresh) {
      const shortage = await reserve([order]).then(() => null, asShortage)
      if (shortage) refused.push({ id: order.order.id, code: "out_of_stock", message: shortage })
      else fresh.push(order)
    }
  }
  return new StepResponse({ present: plan.present, fresh, refused }, created)
}, async (created, { container }) => {
  if (created?.length) await container.resolve(Modules.INVENTORY).deleteReservationItems(created)
})

async function createMissing(inventory: IInventoryService, orders: AllottedOrder[], left: Set<string>): Promise<string[]> {
  const rows: ICreateReservations = orders.flatMap(reservationRows).filter(({ id }) => !left.has(id))
  if (rows.length > 0) await inventory.createReservationItems(rows)
  return rows.map(({ id }) => id)
}

async function readLeftOver(container: MedusaContainer, orders: AllottedOrder[]): Promise<Set<string>> {
  const ids = orders.flatMap(reservationRows).map(({ id }) => id)
  const { rows } = await sqlOf(container).raw<{ id: string }>(`select id from reservation_item where id = any(?) and deleted_at is null`, [ids])
  return new Set(rows.map(({ id }) => id))
}

function asShortage(error: unknown): string {
  if (!isOutOfStock(error)) throw error
  return "库存刚被其他买家订走，请减少数量或换一件商品"
}

import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"

export interface LinePrice {
  line_item_id: string
  quantity: number
  /** Decimal yuan for one; the whole line may be priced to the fen where one is not. */
  unit_price: number
}

/**
 * Lines of an order at other prices, as a new version of it, so that the ledger counts the benefit of what is really paid. Through
 * core's order changes and not its edit workflow: that one lets go of the goods' reservation before it makes a new one. `begun_change_id`
 * is what a process left behind when it died: it is confirmed as it is.
 */
export async function repriceLines(container: MedusaContainer, order: { id: string; begun_change_id: string | null }, lines: LinePrice[], note: { by: string; text: string }): Promise<void> {
  const orders = container.resolve(Modules.ORDER)
  const actions = lines.map(({ line_item_id, quantity, unit_price }) => ({ action: "ITEM_UPDATE" as const, details: { reference_id: line_item_id, quantity, unit_price, quantity_diff: 0 } }))
  const id = order.begun_change_id ?? (await orders.createOrderChange({ order_id: order.id, change_type: "edit", created_by: note.by, internal_note: note.text, actions })).id
  await orders.confirmOrderChange({ id, confirmed_by: note.by })
}

import { deriveId } from "../domain/ids"
import type { AllottedOrder } from "./plan-orders"

/** Ids follow from line, item and quantity: a repeated run finds its own rows, a changed order makes others. */
export function reservationRows({ order, allotments }: AllottedOrder) {
  return allotments.map((allotment) => ({
    id: deriveId("resitem", order.id, allotment.line_id, allotment.inventory_item_id, allotment.quantity),
    line_item_id: allotment.line_id,
    inventory_item_id: allotment.inventory_item_id,
    location_id: allotment.location_id,
    quantity: allotment.quantity,
    allow_backorder: allotment.allow_backorder,
    external_id: order.id,
  }))
}

export type ICreateReservations = ReturnType<typeof reservationRows>

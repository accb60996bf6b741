import type { MedusaContainer } from "@medusajs/framework/types"
import { occurrenceKey, type Purchase, reserveSpending, standingOrderKey } from "../spending"
import type { PlannedDelivery } from "./delivery-facts"

type AskedLine = Pick<PlannedDelivery["lines"][number], "variant_id" | "requested" | "supplied" | "unit_price_fen">

/** What a delivery is to its unit's budget and approvers. */
export function purchaseOf({ occurrence, standing_order, organisation, lines }: Pick<PlannedDelivery, "occurrence" | "standing_order" | "organisation"> & { lines: AskedLine[] }): Purchase {
  return {
    key: occurrenceKey(occurrence.id), within: standingOrderKey(standing_order.id), organisation_id: organisation.id, kind: "delivery", on: occurrence.delivery_date, title: standing_order.name,
    amount_fen: lines.reduce((sum, { supplied, unit_price_fen }) => sum + supplied * unit_price_fen, 0), asked_by: standing_order.created_by ? [standing_order.created_by] : [],
    lines: lines.map(({ variant_id, requested, unit_price_fen }) => ({ variant_id, quantity: requested, unit_price_fen })),
  }
}

/** Reserves what deliveries cost. One that its unit's budget or approvers do not let pass supplies nothing, and says why. */
export async function reserveDeliveries(container: MedusaContainer, planned: PlannedDelivery[]): Promise<PlannedDelivery[]> {
  const verdicts = await reserveSpending(container, planned.filter(isBought).map(purchaseOf))
  return planned.map((delivery) => {
    const verdict = verdicts.get(occurrenceKey(delivery.occurrence.id))
    return !verdict || verdict.ok ? delivery : { ...delivery, lines: delivery.lines.map((line) => ({ ...line, supplied: 0, reason: verdict.message })) }
  })
}

const isBought = ({ lines }: PlannedDelivery): boolean => lines.some(({ supplied }) => supplied > 0)

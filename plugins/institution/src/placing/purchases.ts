import type { MedusaContainer } from "@medusajs/framework/types"
import { occurrenceKey, placeOf, type Purchase, reserveSpending, standingOrderKey } from "../spending"
import type { PlannedDelivery } from "./delivery-facts"

type AskedLine = Pick<PlannedDelivery["lines"][number], "variant_id" | "requested" | "supplied" | "unit_price_fen">

/**
 * What a delivery is to its unit's budget and approvers. It is judged with all that is delivered that day under the same agreement: one
 * standing order split into several gains nothing, and what was signed apart, or comes another week, is judged by itself.
 */
export function purchaseOf({ occurrence, standing_order, agreement, organisation, gift, lines }: Pick<PlannedDelivery, "occurrence" | "standing_order" | "agreement" | "organisation" | "gift"> & { lines: AskedLine[] }): Purchase {
  return {
    key: occurrenceKey(occurrence.id), within: standingOrderKey(standing_order.id), organisation_id: organisation.id, kind: "delivery", on: occurrence.delivery_date, title: `${standing_order.name}${gift.recipient ? `（捐给${gift.recipient.name}）` : ""}`,
    amount_fen: lines.reduce((sum, { supplied, unit_price_fen }) => sum + supplied * unit_price_fen, 0), asked_by: standing_order.created_by ? [standing_order.created_by] : [],
    together: `${agreement.id} ${occurrence.delivery_date}`, goes_to: placeOf(standing_order.delivery),
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

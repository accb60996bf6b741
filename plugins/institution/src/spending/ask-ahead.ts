import type { MedusaContainer } from "@medusajs/framework/types"
import { addDays } from "../domain/business-day"
import { decidePrice } from "../domain/decide-standing-order"
import type { PriceFacts } from "../domain/price-rule"
import { purchaseOf } from "../placing/purchases"
import { type Delivery, linesOf, readAgreements, readOccurrences, readStandingOrders, withPlans } from "../reads/plans"
import { readPriceFacts } from "../reads/price-facts"
import { spendingOf } from "./gate"

/** Deliveries that are fixed within this many days are put before their approvers. */
const AHEAD_DAYS = 10

/** Puts coming deliveries of units with an approval policy before their approvers, so that they are approved before cut-off. Answers how many it looked at. */
export async function askApprovals(container: MedusaContainer, today: string): Promise<number> {
  const agreements = await readAgreements(container, { organisation_id: await spendingOf(container).readGoverned() })
  const orders = await readStandingOrders(container, { agreement_id: agreements.map(({ id }) => id) })
  const coming = await readOccurrences(container, {
    standing_order_id: orders.map(({ id }) => id), state: ["planned", "failed"], delivery_date: { $gte: today }, cutoff_on: { $lte: addDays(today, AHEAD_DAYS) },
  })
  const deliveries = await withPlans(container, coming)
  const prices = await readPriceFacts(container, agreements)
  await spendingOf(container).askAhead(deliveries.map((delivery) => purchaseOf({ ...delivery, lines: pricedLines(delivery, prices) })), new Date())
  return deliveries.length
}

/** What a delivery asks for, at the agreement's prices; lines it may not have cost nothing. */
export function pricedLines(delivery: Delivery, prices: PriceFacts): { variant_id: string; requested: number; supplied: number; unit_price_fen: number }[] {
  return linesOf(delivery).map(({ variant_id, quantity }) => {
    const price = decidePrice(delivery.agreement, variant_id, delivery.occurrence.delivery_date, prices)
    return { variant_id, requested: quantity, supplied: price.ok ? quantity : 0, unit_price_fen: price.ok ? price.value : 0 }
  })
}

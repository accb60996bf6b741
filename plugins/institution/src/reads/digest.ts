import type { MedusaContainer } from "@medusajs/framework/types"
import { planDates } from "../domain/plan-dates"
import type { OccurrenceRow } from "../medusa"
import { byId, readAgreements, readOccurrences, readStandingOrders } from "./plans"

export interface DigestRows {
  date: string
  expected: number
  states: Record<string, number>
  missing: number
  problems: OccurrenceRow[]
}

/** A date's deliveries by state beside those the calendars expect: a gap shows as missing, trouble as a list with its reasons. */
export async function readDigest(container: MedusaContainer, date: string, organisationIds: string[]): Promise<DigestRows> {
  const agreements = await readAgreements(container, { organisation_id: organisationIds })
  const orders = await readStandingOrders(container, { agreement_id: agreements.map(({ id }) => id) })
  const rows = await readOccurrences(container, { delivery_date: date, standing_order_id: orders.map(({ id }) => id) })
  const expected = orders.filter((order) => {
    const { valid_from, valid_to, lead_time_days } = byId(agreements, order.agreement_id)
    return planDates({ ...order, term_from: valid_from, term_to: valid_to, lead_time_days }, date, date).length > 0
  })
  const states: Record<string, number> = {}
  for (const { state } of rows) states[state] = (states[state] ?? 0) + 1
  const missing = expected.filter(({ id }) => !rows.some(({ standing_order_id }) => standing_order_id === id)).length
  return { date, expected: expected.length, states, missing, problems: rows.filter(({ state }) => state === "short" || state === "failed") }
}

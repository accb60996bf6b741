import type { MedusaContainer } from "@medusajs/framework/types"
import type { Vacation } from "../domain/commitment"
import { planDates } from "../domain/plan-dates"
import type { AgreementRow, OccurrenceRow, StandingOrderRow } from "../medusa"
import { byId, institutionOf, readAgreements, readOccurrences, readOrganisations, readStandingOrders } from "./plans"

export interface DigestRows {
  date: string
  expected: number
  states: Record<string, number>
  missing: number
  problems: OccurrenceRow[]
}

/** A date's deliveries by state beside those the calendars expect: a gap shows as missing, trouble as a list with its reasons. */
export async function readDigest(container: MedusaContainer, date: string, organisationIds: string[]): Promise<DigestRows> {
  const { expected, rows } = await readDay(container, date, organisationIds)
  const missing = expected.filter(({ id }) => !rows.some(({ standing_order_id }) => standing_order_id === id)).length
  return { date, expected: expected.length, states: countStates(rows), missing, problems: rows.filter(({ state }) => state === "short" || state === "failed") }
}

export interface OrganisationDigestRow {
  organisation_id: string
  name: string
  expected: number
  states: Record<string, number>
  total_fen: number
  short: string[]
}

/** The same, organisation by organisation, with what was supplied and what was short and why. */
export async function readOrganisationDigests(container: MedusaContainer, date: string, organisationIds: string[]): Promise<OrganisationDigestRow[]> {
  const { expected, rows, orders, agreements } = await readDay(container, date, organisationIds)
  const organisationOf = (orderId: string) => byId(agreements, byId(orders, orderId).agreement_id).organisation_id
  const organisations = await readOrganisations(container, { id: organisationIds })
  return organisations.flatMap(({ id, name }) => {
    const mine = rows.filter(({ standing_order_id }) => organisationOf(standing_order_id) === id)
    const due = expected.filter((order) => organisationOf(order.id) === id).length
    if (mine.length === 0 && due === 0) return []
    const lines = mine.flatMap((row) => row.lines)
    return [{
      organisation_id: id, name, expected: due, states: countStates(mine), total_fen: lines.reduce((fen, { supplied, unit_price_fen }) => fen + supplied * unit_price_fen, 0),
      short: [...new Set(mine.flatMap(({ state, error }) => ((state === "short" || state === "failed") && error ? [error] : [])))],
    }]
  })
}

async function readDay(container: MedusaContainer, date: string, organisationIds: string[]) {
  const agreements = await readAgreements(container, { organisation_id: organisationIds })
  const orders = await readStandingOrders(container, { agreement_id: agreements.map(({ id }) => id) })
  const rows = await readOccurrences(container, { delivery_date: date, standing_order_id: orders.map(({ id }) => id) })
  const vacations = await institutionOf(container).readVacations(organisationIds)
  const expected = orders.filter((order) => isExpected(order, byId(agreements, order.agreement_id), vacations, date))
  return { agreements, orders, rows, expected }
}

function isExpected(order: StandingOrderRow, agreement: AgreementRow, vacations: (Vacation & { organisation_id: string })[], date: string): boolean {
  const { valid_from, valid_to, lead_time_days, organisation_id } = agreement
  const own = order.observe_vacations ? vacations.filter((one) => one.organisation_id === organisation_id) : []
  // A day that rests is expected too: its row says why nothing comes.
  return planDates({ ...order, term_from: valid_from, term_to: valid_to, lead_time_days, vacations: own, regional_holidays: [] }, date, date).length > 0
}

function countStates(rows: OccurrenceRow[]): Record<string, number> {
  const states: Record<string, number> = {}
  for (const { state } of rows) states[state] = (states[state] ?? 0) + 1
  return states
}

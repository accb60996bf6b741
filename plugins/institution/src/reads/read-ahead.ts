import { fenOfQuantity } from "@fupin/contract/money"
import type { MedusaContainer } from "@medusajs/framework/types"
import { addDays, HORIZON_DAYS, later } from "../domain/business-day"
import { planDates } from "../domain/plan-dates"
import { graph } from "../medusa"
import { readOrderStates } from "./order-states"
import { byId, institutionOf, linesOf, readAgreements, readOccurrences, readStandingOrders, unique, withPlans } from "./plans"

/** Money that a year is still to bring for one article: ordered and not paid yet, or to come by a standing order. Fen, at the agreement's prices. */
export interface AheadLine {
  variant_id: string
  origin_code: string | null
  fen: number
  is_ordered: boolean
}

const ORDERED = ["placed", "short", "delivered", "accepted"]
const OPEN = ["planned", "claimed", "failed"]

/** What a unit's deliveries of a year will come to: those ordered less what is paid of them, those laid out, and those its active standing orders name beyond. */
export async function readAhead(container: MedusaContainer, organisationId: string, year: number, today: string): Promise<AheadLine[]> {
  const agreements = await readAgreements(container, { organisation_id: organisationId })
  const orders = await readStandingOrders(container, { agreement_id: agreements.map(({ id }) => id) })
  const occurrences = await readOccurrences(container, { standing_order_id: orders.map(({ id }) => id), state: [...ORDERED, ...OPEN], delivery_date: { $gte: `${year}-01-01`, $lte: `${year}-12-31` } })
  const deliveries = await withPlans(container, occurrences)
  const paid = new Map((await readOrderStates(container, occurrences.flatMap(({ state, order_ids }) => (ORDERED.includes(state) ? order_ids : [])))).map(({ id, total_fen, paid_fen }) => [id, total_fen === 0 ? 0 : paid_fen / total_fen]))
  const priceOf = (agreementId: string, variantId: string) => byId(agreements, agreementId).lines.find(({ variant_id }) => variant_id === variantId)?.unit_price_fen ?? 0
  const ordered = deliveries.filter(({ occurrence }) => ORDERED.includes(occurrence.state)).flatMap(({ occurrence }) => occurrence.lines.map((line) => ({
    variant_id: line.variant_id, is_ordered: true, fen: Math.round(fenOfQuantity(line.accepted ?? line.supplied, line.unit_price_fen) * Math.max(0, 1 - (paid.get(line.order_id ?? "") ?? 0))),
  })))
  const open = deliveries.filter(({ occurrence }) => OPEN.includes(occurrence.state)).flatMap((delivery) => linesOf(delivery).map(({ variant_id, quantity }) => ({ variant_id, is_ordered: false, fen: quantity * priceOf(delivery.agreement.id, variant_id) })))
  const vacations = await institutionOf(container).readVacations([organisationId])
  const beyond = orders.flatMap((order) => {
    const { valid_from, valid_to, lead_time_days, id } = byId(agreements, order.agreement_id)
    const calendar = { ...order, term_from: valid_from, term_to: valid_to, lead_time_days, vacations: order.observe_vacations ? vacations : [] }
    const dates = planDates(calendar, later(addDays(today, HORIZON_DAYS + 1), `${year}-01-01`), `${year}-12-31`).filter(({ skipped }) => skipped === null)
    return order.lines.map(({ variant_id, quantity }) => ({ variant_id, is_ordered: false, fen: dates.length * quantity * priceOf(id, variant_id) }))
  })
  const lines = [...ordered, ...open, ...beyond].filter(({ fen }) => fen > 0)
  const originOf = await readOrigins(container, unique(lines.map(({ variant_id }) => variant_id)))
  return lines.map((line) => ({ ...line, origin_code: originOf.get(line.variant_id) ?? null }))
}

async function readOrigins(container: MedusaContainer, variantIds: string[]): Promise<Map<string, string>> {
  if (variantIds.length === 0) return new Map()
  const variants = await graph<{ id: string; product_id: string }>(container, "product_variant", ["id", "product_id"], { id: variantIds })
  const origins = await graph<{ product_id: string; origin_code: string }>(container, "product_profile", ["product_id", "origin_code"], { product_id: unique(variants.map(({ product_id }) => product_id)) })
  return new Map(variants.flatMap(({ id, product_id }) => origins.filter((one) => one.product_id === product_id).map(({ origin_code }): [string, string] => [id, origin_code])))
}

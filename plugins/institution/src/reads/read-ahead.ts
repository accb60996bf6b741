import { fenOfQuantity } from "@fupin/contract/money"
import type { FundSource } from "@fupin/contract/schemas"
import type { MedusaContainer } from "@medusajs/framework/types"
import { campaignsOf } from "../campaign/facts"
import { addDays, HORIZON_DAYS, later } from "../domain/business-day"
import { planDates } from "../domain/plan-dates"
import { isPaid } from "../domain/group-buy/part"
import { worthOf } from "../domain/preorder/book"
import { moneyOf } from "../domain/preorder/contract"
import { groupBuysOf } from "../group-buy/facts"
import { graph, type OrganisationRow } from "../medusa"
import { preordersOf } from "../preorder/facts"
import { readRests } from "./days-off"
import { readOrderStates } from "./order-states"
import { ownSource } from "./paid-items"
import { byId, institutionOf, linesOf, readAgreements, readOccurrences, readOrganisations, readStandingOrders, unique, withPlans } from "./plans"
import { priceShown, readPriceFacts } from "./price-facts"

/** Money that a year is still to bring for one article: ordered and not paid yet, or to come by a standing order. Fen. */
export interface AheadLine {
  variant_id: string
  origin_code: string | null
  fen: number
  is_ordered: boolean
  source: FundSource
  /** Goods given away (爱心捐赠). */
  given: boolean
  /** Of what is to come under an agreement: its pieces. */
  agreement_id: string | null
  quantity: number
}

type Bare = Omit<AheadLine, "origin_code">

const ORDERED = ["placed", "short", "delivered", "accepted"]
const OPEN = ["planned", "claimed", "failed"]

/** What is on its way for a year of these units: their deliveries, harvests they booked, and in the year that runs the campaigns and group buys they have not paid yet. */
export async function readAhead(container: MedusaContainer, organisationIds: string[], year: number, today: string): Promise<AheadLine[]> {
  const organisations = await readOrganisations(container, { id: organisationIds })
  const others = today.startsWith(String(year)) ? [...(await readCampaigns(container, organisationIds)), ...(await readGroupBuys(container, organisations))] : []
  const lines = [...(await readDeliveries(container, organisations, year, today)), ...(await readHarvests(container, organisations, year, today)), ...others].filter(({ fen }) => fen > 0)
  const originOf = await readOrigins(container, unique(lines.map(({ variant_id }) => variant_id)))
  return lines.map((line) => ({ ...line, origin_code: originOf.get(line.variant_id) ?? null }))
}

async function readCampaigns(container: MedusaContainer, organisationIds: string[]): Promise<Bare[]> {
  const unpaid = await campaignsOf(container).readUnpaid(organisationIds)
  return unpaid.map(({ variant_id, fen }) => ({ variant_id, fen, is_ordered: true, source: "union", given: false, agreement_id: null, quantity: 0 }))
}

async function readGroupBuys(container: MedusaContainer, organisations: OrganisationRow[]): Promise<Bare[]> {
  const parts = (await groupBuysOf(container).readParts({ organisation_ids: organisations.map(({ id }) => id) }))
    .filter((part) => part.outcome === null && part.leaving_at === null && part.order !== null && !part.order.is_cancelled && !isPaid(part))
  const groups = parts.length === 0 ? [] : await groupBuysOf(container).readGroupBuys({ ids: unique(parts.map(({ group_buy_id }) => group_buy_id)) })
  return parts.map(({ group_buy_id, organisation_id, order }) => ({
    variant_id: byId(groups, group_buy_id).variant_id, fen: order!.due_fen - order!.captured_fen, is_ordered: true, source: ownSource(byId(organisations, organisation_id!).kind), given: false, agreement_id: null, quantity: 0,
  }))
}

/** Of contracts that run, what is still to become payment for accepted goods, in the year in which the harvest ends; a late one is this year's. */
async function readHarvests(container: MedusaContainer, organisations: OrganisationRow[], year: number, today: string): Promise<Bare[]> {
  const contracts = (await preordersOf(container).readContracts({ organisation_ids: organisations.map(({ id }) => id) })).filter(({ state }) => state === "running")
  const offers = contracts.length === 0 ? [] : await preordersOf(container).readOffers({ ids: unique(contracts.map(({ offer_id }) => offer_id)) })
  return contracts.flatMap((contract) => {
    const { variant_id, harvest_to } = byId(offers, contract.offer_id)
    if (!later(harvest_to, today).startsWith(String(year))) return []
    const applied_fen = contract.payments.reduce((sum, payment) => sum + payment.applied_fen, 0)
    return [{ variant_id, fen: worthOf(moneyOf(contract)) - applied_fen, is_ordered: true, source: ownSource(byId(organisations, contract.organisation_id).kind), given: false, agreement_id: null, quantity: 0 }]
  })
}

/** What deliveries of a year will come to: those ordered less what is paid of them, those laid out, and those that standing orders name beyond; at the agreements' prices. */
async function readDeliveries(container: MedusaContainer, organisations: OrganisationRow[], year: number, today: string): Promise<Bare[]> {
  const agreements = await readAgreements(container, { organisation_id: organisations.map(({ id }) => id) })
  const orders = await readStandingOrders(container, { agreement_id: agreements.map(({ id }) => id) })
  const occurrences = await readOccurrences(container, { standing_order_id: orders.map(({ id }) => id), state: [...ORDERED, ...OPEN], delivery_date: { $gte: `${year}-01-01`, $lte: `${year}-12-31` } })
  const deliveries = await withPlans(container, occurrences)
  const paid = new Map((await readOrderStates(container, occurrences.flatMap(({ state, order_ids }) => (ORDERED.includes(state) ? order_ids : [])))).map(({ id, total_fen, paid_fen }) => [id, total_fen === 0 ? 0 : paid_fen / total_fen]))
  const prices = await readPriceFacts(container, agreements)
  const sourceOf = (agreementId: string) => ownSource(byId(organisations, byId(agreements, agreementId).organisation_id).kind)
  const comingOf = (agreementId: string, times: number, given: boolean) => ({ variant_id, quantity }: { variant_id: string; quantity: number }): Bare => ({
    variant_id, is_ordered: false, quantity: times * quantity, fen: times * quantity * priceShown(byId(agreements, agreementId), variant_id, today, prices), source: sourceOf(agreementId), given, agreement_id: agreementId,
  })
  const ordered = deliveries.filter(({ occurrence }) => ORDERED.includes(occurrence.state)).flatMap(({ occurrence, agreement, gift }) => occurrence.lines.map((line): Bare => ({
    variant_id: line.variant_id, is_ordered: true, quantity: 0, source: sourceOf(agreement.id), given: gift.recipient !== null, agreement_id: agreement.id,
    fen: Math.round(fenOfQuantity(line.accepted ?? line.supplied, line.unit_price_fen) * Math.max(0, 1 - (paid.get(line.order_id ?? "") ?? 0))),
  })))
  const open = deliveries.filter(({ occurrence }) => OPEN.includes(occurrence.state)).flatMap((delivery) => linesOf(delivery).map(comingOf(delivery.agreement.id, 1, delivery.gift.recipient !== null)))
  const vacations = await institutionOf(container).readVacations(organisations.map(({ id }) => id))
  const restsAt = await readRests(container)
  const beyond = orders.flatMap((order) => {
    const { valid_from, valid_to, lead_time_days, organisation_id } = byId(agreements, order.agreement_id)
    const calendar = { ...order, term_from: valid_from, term_to: valid_to, lead_time_days, vacations: order.observe_vacations ? vacations.filter((one) => one.organisation_id === organisation_id) : [], regional_holidays: restsAt(byId(organisations, organisation_id).region_code) }
    const dates = planDates(calendar, later(addDays(today, HORIZON_DAYS + 1), `${year}-01-01`), `${year}-12-31`).filter(({ skipped }) => skipped === null)
    return order.lines.map(comingOf(order.agreement_id, dates.length, order.recipient_id !== null))
  })
  return [...ordered, ...open, ...beyond]
}

/** Where goods are from, by variant. */
export async function readOrigins(container: MedusaContainer, variantIds: string[]): Promise<Map<string, string>> {
  if (variantIds.length === 0) return new Map()
  const variants = await graph<{ id: string; product_id: string }>(container, "product_variant", ["id", "product_id"], { id: variantIds })
  const origins = await graph<{ product_id: string; origin_code: string }>(container, "product_profile", ["product_id", "origin_code"], { product_id: unique(variants.map(({ product_id }) => product_id)) })
  return new Map(variants.flatMap(({ id, product_id }) => origins.filter((one) => one.product_id === product_id).map(({ origin_code }): [string, string] => [id, origin_code])))
}

import type { StandingOrder, SupplyAgreement } from "@fupin/contract/schemas"
import type { MedusaContainer } from "@medusajs/framework/types"
import { phoneKeys, phonePlace } from "../keys"
import { addDays, later } from "../domain/business-day"
import { RENEWAL_DAYS, stateOn } from "../domain/negotiation"
import type { PriceFacts } from "../domain/price-rule"
import { type AgreementLineRow, type AgreementRow, graph, type StandingOrderRow } from "../medusa"
import { type Goods, goneGoods, readGoods, readGoodsWithSellers, type Seller } from "./goods"
import { type Recipient, readRecipients } from "./gifts"
import { byId, institutionOf, readAgreements, unique } from "./plans"
import { priceOn, priceShown, readPriceFacts } from "./price-facts"

/** Agreements as the desk shows them. */
export async function showAgreements(container: MedusaContainer, agreements: AgreementRow[], today: string): Promise<SupplyAgreement[]> {
  const goods = await readGoodsWithSellers(container, agreements.flatMap(({ lines }) => lines.map(({ variant_id }) => variant_id)), new Date())
  const producerIds = unique(agreements.flatMap(({ producer_id }) => producer_id ?? []))
  const producers = producerIds.length === 0 ? [] : await graph<Seller>(container, "producer", ["id", "name"], { id: producerIds })
  const prices = await readPriceFacts(container, agreements)
  return agreements.map((agreement) => {
    const { id, number, organisation_id, producer_id, version, valid_from, valid_to, weekdays, lead_time_days, lines } = agreement
    const state = stateOn(agreement.stage, agreement, today)
    return {
      id, number, organisation_id, version, valid_from, valid_to, weekdays, lead_time_days, state, renewal_due: isRenewalDue(agreement, today),
      producer: producers.find((one) => one.id === producer_id) ?? null,
      lines: lines.map((line) => ({
        ...(goods.get(line.variant_id) ?? goneGoods(line.variant_id)), seller: goods.get(line.variant_id)?.seller ?? null,
        ...termsOf(line), today_fen: state === "in_force" ? priceOn(agreement, line.variant_id, today, prices) : null,
      })),
    }
  })
}

function termsOf({ unit_price_fen, max_quantity, min_quantity, term_min, term_max, price_rule, grade, substitute_variant_id, temperature, settle_by }: AgreementLineRow) {
  return { unit_price_fen, max_quantity, min_quantity, term_min, term_max, price_rule, grade, substitute_variant_id, temperature, settle_by }
}

/** Signed, in force, and to end within the time that a renewal takes. */
export function isRenewalDue({ stage, valid_from, valid_to }: AgreementRow, today: string): boolean {
  return stage === "signed" && today >= valid_from && today <= valid_to && addDays(today, RENEWAL_DAYS) >= valid_to
}

/** Standing orders as the desk shows them, priced by their agreement. */
export async function showStandingOrders(container: MedusaContainer, orders: StandingOrderRow[], today: string): Promise<StandingOrder[]> {
  const agreements = await readAgreements(container, { id: unique(orders.map(({ agreement_id }) => agreement_id)) })
  const goods = await readGoods(container, orders.flatMap(({ lines }) => lines.map(({ variant_id }) => variant_id)))
  const prices = await readPriceFacts(container, agreements)
  const next = await readNextDeliveries(container, orders.map(({ id }) => id), today)
  const recipients = await readRecipients(container, orders.flatMap(({ recipient_id }) => recipient_id ?? []))
  return orders.map((order) => ({ ...showStandingOrder(order, byId(agreements, order.agreement_id), goods, prices, next.get(order.id) ?? null, today), ...destinationOf(order, recipients.get(order.recipient_id ?? "")) }))
}

function showStandingOrder(order: StandingOrderRow, agreement: AgreementRow, goods: Map<string, Goods>, prices: PriceFacts, next_delivery: string | null, today: string): Omit<StandingOrder, "delivery" | "given_to"> {
  const { delivery_phone_sealed: _phone, created_by: _by, recipient_id: _recipient, lines, delivery: _delivery, ...plan } = order
  const priced = lines.map(({ variant_id, quantity }) => ({ ...(goods.get(variant_id) ?? goneGoods(variant_id)), quantity, settle_by: agreement.lines.find((line) => line.variant_id === variant_id)?.settle_by ?? ("count" as const), unit_price_fen: priceShown(agreement, variant_id, next_delivery ?? later(today, order.starts_on), prices) }))
  return {
    ...plan, organisation_id: agreement.organisation_id, agreement_number: agreement.number, state: stateOf(order, agreement, today), next_delivery,
    lines: priced,
    total_fen: priced.reduce((sum, { quantity, unit_price_fen }) => sum + quantity * unit_price_fen, 0),
  }
}

function destinationOf({ id, delivery, delivery_phone_sealed }: StandingOrderRow, recipient: Recipient | undefined): Pick<StandingOrder, "delivery" | "given_to"> {
  if (!recipient) return { delivery: { ...delivery, phone: phoneKeys().open(phonePlace(id), delivery_phone_sealed) }, given_to: null }
  const { id: recipient_id, name, place, is_open, address } = recipient
  return { delivery: address, given_to: { recipient_id, name, place, is_open } }
}

/** Where a standing order stands on a day, its agreement's term included. */
export function stateOf({ starts_on, ends_on, paused_from, resume_on }: StandingOrderRow, agreement: AgreementRow, today: string): StandingOrder["state"] {
  if (today > agreement.valid_to || (ends_on !== null && today > ends_on)) return "ended"
  if (paused_from !== null && today >= paused_from && (resume_on === null || today < resume_on)) return "paused"
  return today < starts_on ? "upcoming" : "active"
}

async function readNextDeliveries(container: MedusaContainer, ids: string[], today: string): Promise<Map<string, string>> {
  const rows = await institutionOf(container).listOccurrences(
    { standing_order_id: ids, delivery_date: { $gte: today }, state: ["planned", "claimed", "failed", "placed", "short"] },
    { select: ["standing_order_id", "delivery_date"], order: { delivery_date: "DESC" }, take: null })
  return new Map(rows.map(({ standing_order_id, delivery_date }) => [standing_order_id, delivery_date]))
}

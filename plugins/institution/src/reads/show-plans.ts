import type { StandingOrder, SupplyAgreement } from "@fupin/contract/schemas"
import type { MedusaContainer } from "@medusajs/framework/types"
import { phoneKeys, phonePlace } from "../keys"
import { type AgreementRow, graph, type StandingOrderRow } from "../medusa"
import { type Goods, goneGoods, readGoods, readGoodsWithSellers, type Seller } from "./goods"
import { byId, institutionOf, readAgreements, unique } from "./plans"

/** Agreements as the desk shows them. */
export async function showAgreements(container: MedusaContainer, agreements: AgreementRow[], today: string): Promise<SupplyAgreement[]> {
  const goods = await readGoodsWithSellers(container, agreements.flatMap(({ lines }) => lines.map(({ variant_id }) => variant_id)), new Date())
  const producerIds = unique(agreements.flatMap(({ producer_id }) => producer_id ?? []))
  const producers = producerIds.length === 0 ? [] : await graph<Seller>(container, "producer", ["id", "name"], { id: producerIds })
  return agreements.map(({ id, number, organisation_id, producer_id, valid_from, valid_to, weekdays, lead_time_days, lines }) => ({
    id, number, organisation_id, valid_from, valid_to, weekdays, lead_time_days,
    producer: producers.find((one) => one.id === producer_id) ?? null,
    state: today < valid_from ? "upcoming" : today > valid_to ? "ended" : "in_force",
    lines: lines.map(({ variant_id, unit_price_fen, max_quantity }) => ({
      ...(goods.get(variant_id) ?? goneGoods(variant_id)), seller: goods.get(variant_id)?.seller ?? null, unit_price_fen, max_quantity,
    })),
  }))
}

/** Standing orders as the desk shows them, priced by their agreement. */
export async function showStandingOrders(container: MedusaContainer, orders: StandingOrderRow[], today: string): Promise<StandingOrder[]> {
  const agreements = await readAgreements(container, { id: unique(orders.map(({ agreement_id }) => agreement_id)) })
  const goods = await readGoods(container, orders.flatMap(({ lines }) => lines.map(({ variant_id }) => variant_id)))
  const next = await readNextDeliveries(container, orders.map(({ id }) => id), today)
  return orders.map((order) => showStandingOrder(order, byId(agreements, order.agreement_id), goods, next.get(order.id) ?? null, today))
}

function showStandingOrder(order: StandingOrderRow, agreement: AgreementRow, goods: Map<string, Goods>, next_delivery: string | null, today: string): StandingOrder {
  const { delivery_phone_sealed, created_by: _by, lines, delivery, ...plan } = order
  const priced = lines.map(({ variant_id, quantity }) => ({ ...(goods.get(variant_id) ?? goneGoods(variant_id)), quantity, unit_price_fen: priceIn(agreement, variant_id) }))
  return {
    ...plan, organisation_id: agreement.organisation_id, agreement_number: agreement.number, state: stateOf(order, agreement, today), next_delivery,
    delivery: { ...delivery, phone: phoneKeys().open(phonePlace(order.id), delivery_phone_sealed) }, lines: priced,
    total_fen: priced.reduce((sum, { quantity, unit_price_fen }) => sum + quantity * unit_price_fen, 0),
  }
}

/** The agreed price; 0 for goods that a later version of the agreement left out, which are not delivered either. */
export function priceIn(agreement: AgreementRow, variantId: string): number {
  return agreement.lines.find(({ variant_id }) => variant_id === variantId)?.unit_price_fen ?? 0
}

function stateOf({ starts_on, ends_on, paused_from, resume_on }: StandingOrderRow, agreement: AgreementRow, today: string): StandingOrder["state"] {
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

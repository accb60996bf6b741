import type { PlaceOrder } from "@fupin/checkout/workflows"
import type { PurchaseReason } from "@fupin/contract/schemas"
import type { MedusaContainer } from "@medusajs/framework/types"
import { groupBySeller } from "../domain/plan-delivery"
import { isInForce } from "../domain/decide-member"
import { tagOf } from "../domain/purchase-reason"
import { phoneKeys, phonePlace } from "../keys"
import { asMembers, graph } from "../medusa"
import { institutionOf, unique } from "../reads/plans"
import type { ShopFacts } from "../reads/shop"
import { statementsOf } from "../statement"
import { shippingAddress } from "./shipping-address"
import { HOUSE, type PlannedDelivery } from "./delivery-facts"

interface Buyer {
  id: string
  email: string
  /** Why the order is bought, where somebody says so. */
  tag: { reason?: PurchaseReason }
}

/** Orders are paid after delivery by 对公转账. */
const PAYMENT = "pp_transfer_cn"

/** For whom each organisation's orders are placed: who set the standing order up while still a buyer, else the first buyer. */
export async function readBuyers(container: MedusaContainer, deliveries: PlannedDelivery[]): Promise<Map<string, Buyer>> {
  const held = asMembers(await institutionOf(container).listOrganisationMembers(
    { organisation_id: unique(deliveries.map(({ organisation }) => organisation.id)), role: "buyer" }, { take: null, order: { created_at: "ASC", id: "ASC" } }))
  const members = held.filter((member) => isInForce(member, new Date()))
  const customers = await graph<Omit<Buyer, "tag">>(container, "customer", ["id", "email"], { id: unique(members.map(({ customer_id }) => customer_id)) })
  const reasons = await statementsOf(container).readReasons(unique(deliveries.map(({ organisation }) => organisation.id)))
  return new Map(deliveries.flatMap(({ standing_order, organisation }) => {
    const mine = members.filter(({ organisation_id }) => organisation_id === organisation.id).map(({ customer_id }) => customer_id)
    const chosen = mine.find((id) => id === standing_order.created_by) ?? mine[0]
    const buyer = customers.find(({ id }) => id === chosen)
    return buyer ? [[standing_order.id, { ...buyer, tag: tagOf(standing_order.reason, reasons.get(organisation.id) ?? null) }] as const] : []
  }))
}

/** The orders of a delivery, one a seller, at the agreement's prices. */
export function ordersOf(delivery: PlannedDelivery, buyer: Buyer, shop: ShopFacts, divisions: Map<string, string>, placed_at?: string): PlaceOrder[] {
  const { occurrence, standing_order, agreement, organisation } = delivery
  return groupBySeller(delivery.lines).map(({ seller_id, lines }) => ({
    id: delivery.order_ids[seller_id] ?? delivery.order_ids[HOUSE]!,
    ...shop, customer_id: buyer.id, email: buyer.email, payment_provider_id: PAYMENT, shipping_address: addressOf(delivery, divisions),
    items: lines.map(({ variant_id, supplied, unit_price_fen, settle_by }) => ({ variant_id, quantity: supplied, unit_price_fen, ...(settle_by === "weight" ? { metadata: { settle_by } } : {}) })),
    ...(placed_at ? { placed_at } : {}),
    metadata: {
      source: "standing_order", occurrence_id: occurrence.id, standing_order_id: standing_order.id, agreement_number: agreement.number, delivery_date: occurrence.delivery_date,
      organisation_id: organisation.id, organisation_name: organisation.name, organisation_uscc: organisation.uscc, seller_id, ...buyer.tag, ...donationOf(delivery.gift),
    },
  }))
}

function addressOf({ standing_order, organisation, gift }: PlannedDelivery, divisions: Map<string, string>): PlaceOrder["shipping_address"] {
  const phone = gift.address?.phone ?? phoneKeys().open(phonePlace(standing_order.id), standing_order.delivery_phone_sealed)
  return shippingAddress({ ...standing_order.delivery, phone }, gift.recipient?.name ?? organisation.name, divisions)
}

/** Whom an order is given to, as the papers read it. */
function donationOf({ recipient }: PlannedDelivery["gift"]): object {
  return recipient ? { donation: { recipient_id: recipient.id, recipient_name: recipient.name, place: recipient.place } } : {}
}

/** Names of the divisions in which these deliveries lie, by code. */
export async function readDivisions(container: MedusaContainer, deliveries: PlannedDelivery[]): Promise<Map<string, string>> {
  const codes = deliveries.flatMap(({ standing_order: { delivery: { county_code: code } } }) => [code, `${code.slice(0, 4)}00`, `${code.slice(0, 2)}0000`])
  const rows = await graph<{ code: string; name: string }>(container, "division", ["code", "name"], { code: unique(codes) })
  return new Map(rows.map(({ code, name }) => [code, name]))
}

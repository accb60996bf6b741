import { PURCHASE_REASONS } from "@fupin/contract/codes"
import type { PurchaseReason } from "@fupin/contract/schemas"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { maskName } from "../domain/mask"
import { acceptedQuantity } from "../domain/line-coverage"
import type { OrderFacts } from "../domain/order-facts"
import { villageOf } from "../domain/place"
import { HOUSEHOLD_MODULE, type HouseholdModuleService } from "../modules/household"
import { readPlaces } from "./read-places"
import { producerAt, readProfiles } from "./read-profiles"

/** An order line in the words of the papers. */
export interface NamedLine {
  product: string
  producer_id: string | null
  seller: string
  seller_region: string | null
  buyer: string
  /** Why it was bought, where it is said: 以购代捐, or to whom it was given. */
  purpose: string
  /** Accepted where somebody accepted, else ordered. */
  quantity: string
}

interface Seller {
  name: string
  region_code: string
}

/** Names of goods, sellers and buyers of these orders' lines, by line id. A handful of queries, however many orders. */
export async function readNamedLines(container: MedusaContainer, snapshot: Knex, orders: OrderFacts[]): Promise<Map<string, NamedLine>> {
  const titles = await readTitles(snapshot, orders)
  const buyers = await readBuyers(snapshot, orders.map(({ order_id }) => order_id))
  const profiles = await readProfiles(container, orders.flatMap(({ lines }) => lines.map(({ product_id }) => product_id ?? "")))
  const sellers = await readSellers(container, [...new Set(profiles.map(({ producer_id }) => producer_id))])
  return new Map(orders.flatMap(({ order_id, placed_at, lines, acceptances }) => lines.map(({ line_id, product_id, live, earlier }): [string, NamedLine] => {
    const producer_id = producerAt(profiles, product_id, placed_at)
    const seller = sellers.get(producer_id ?? "")
    const { product_title, title, variant_title, is_weighed } = titles.get(line_id) ?? { product_title: null, title: "", variant_title: null, is_weighed: false }
    const ordered = live.quantity || Math.max(0, ...earlier.map((version) => version.quantity))
    const quantity = `${Math.min(ordered, acceptedQuantity(line_id, acceptances, ["accepted"])) || ordered} ${is_weighed ? "公斤" : "件"}`
    return [line_id, {
      product: product_title ?? title, producer_id, seller: seller?.name ?? "", seller_region: seller?.region_code ?? null, buyer: buyers.get(order_id)?.name ?? "", purpose: buyers.get(order_id)?.purpose ?? "",
      quantity: variant_title ? `${quantity}（${variant_title}）` : quantity,
    }]
  })))
}

interface Title {
  title: string
  product_title: string | null
  variant_title: string | null
  /** Ordered and settled in kilograms. */
  is_weighed: boolean
}

async function readTitles(snapshot: Knex, orders: OrderFacts[]): Promise<Map<string, Title>> {
  const ids = orders.flatMap(({ lines }) => lines.map(({ line_id }) => line_id))
  const { rows } = await snapshot.raw("select id, title, product_title, variant_title, coalesce(metadata ->> 'settle_by', '') = 'weight' as is_weighed from order_line_item where id = any(?)", [ids])
  return new Map(rows.map((row: Title & { id: string }) => [row.id, row]))
}

/** Who invoices: the producer; for a single household its head and village. */
async function readSellers(container: MedusaContainer, producerIds: string[]): Promise<Map<string, Seller>> {
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({ entity: "producer", fields: ["id", "name", "kind", "region_code", "beneficiary_id"], filters: { id: producerIds } })
  const alone = data.filter(({ kind, beneficiary_id }) => kind === "household" && beneficiary_id)
  const module: HouseholdModuleService = container.resolve(HOUSEHOLD_MODULE)
  const heads = new Map((await module.listHouseholds({ id: alone.map(({ beneficiary_id }) => beneficiary_id) }, { select: ["id", "name", "region_code"] })).map((row) => [row.id, row]))
  const places = await readPlaces(container, [...heads.values()].map(({ region_code }) => region_code))
  return new Map(data.map(({ id, name, kind, region_code, beneficiary_id }) => {
    const head = heads.get(beneficiary_id)
    if (kind !== "household") return [id, { name, region_code }]
    return [id, { name: head ? `${maskName(head.name)}（${villageOf(places.get(head.region_code)!)}）` : maskName(name), region_code }]
  }))
}

interface BuyerRow {
  id: string
  display_id: number
  organisation: string | null
  name: string
  reason: PurchaseReason | null
  recipient: string | null
}

/** The buying unit's name; of an individual the masked name and the order's number. Of a gift it is who gives, not who receives. */
async function readBuyers(snapshot: Knex, orderIds: string[]): Promise<Map<string, { name: string; purpose: string }>> {
  const { rows }: { rows: BuyerRow[] } = await snapshot.raw(
    `select o.id, o.display_id, coalesce(nullif(o.metadata ->> 'organisation_name', ''), nullif(c.company_name, '')) as organisation, concat(a.last_name, a.first_name) as name,
       o.metadata ->> 'reason' as reason, o.metadata -> 'donation' ->> 'recipient_name' as recipient
     from "order" o left join customer c on c.id = o.customer_id left join order_address a on a.id = case when o.metadata -> 'donation' is not null then o.billing_address_id else o.shipping_address_id end where o.id = any(?)`, [orderIds])
  return new Map(rows.map(({ id, display_id, organisation, name, reason, recipient }) => [id, { name: organisation ?? `${maskName(name)}（订单 ${display_id}）`, purpose: purposeOf(reason, recipient) }]))
}

function purposeOf(reason: PurchaseReason | null, recipient: string | null): string {
  if (recipient) return `爱心捐赠，受赠单位：${recipient}`
  return reason && reason !== "own_use" ? (PURCHASE_REASONS[reason] ?? "") : ""
}

import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { maskName } from "../domain/mask"
import type { OrderFacts } from "../domain/order-facts"
import { villageOf } from "../domain/place"
import { HOUSEHOLD_MODULE, type HouseholdModuleService } from "../modules/household"
import { readPlaces } from "./read-places"
import { producerAt, readProfiles } from "./read-profiles"

/** An order line in the words of the papers. */
export interface NamedLine {
  product: string
  seller: string
  seller_region: string | null
  buyer: string
  quantity: string
}

interface Seller {
  name: string
  region_code: string
}

/** Names of goods, sellers and buyers of these orders' lines, by line id. A handful of queries, however many orders. */
export async function readNamedLines(container: MedusaContainer, orders: OrderFacts[]): Promise<Map<string, NamedLine>> {
  const titles = await readTitles(container, orders)
  const buyers = await readBuyers(container, orders.map(({ order_id }) => order_id))
  const profiles = await readProfiles(container, orders.flatMap(({ lines }) => lines.map(({ product_id }) => product_id ?? "")))
  const sellers = await readSellers(container, [...new Set(profiles.map(({ producer_id }) => producer_id))])
  return new Map(orders.flatMap(({ order_id, placed_at, lines }) => lines.map(({ line_id, product_id, live, earlier }): [string, NamedLine] => {
    const seller = sellers.get(producerAt(profiles, product_id, placed_at) ?? "")
    const { product_title, title, variant_title } = titles.get(line_id) ?? { product_title: null, title: "", variant_title: null }
    const quantity = live.quantity || Math.max(0, ...earlier.map((version) => version.quantity))
    return [line_id, {
      product: product_title ?? title, seller: seller?.name ?? "", seller_region: seller?.region_code ?? null, buyer: buyers.get(order_id) ?? "",
      quantity: variant_title ? `${quantity} 件（${variant_title}）` : `${quantity} 件`,
    }]
  })))
}

async function readTitles(container: MedusaContainer, orders: OrderFacts[]): Promise<Map<string, { title: string; product_title: string | null; variant_title: string | null }>> {
  const ids = orders.flatMap(({ lines }) => lines.map(({ line_id }) => line_id))
  const { rows } = await container.resolve(ContainerRegistrationKeys.PG_CONNECTION).raw("select id, title, product_title, variant_title from order_line_item where id = any(?)", [ids])
  return new Map(rows.map((row: { id: string; title: string; product_title: string | null; variant_title: string | null }) => [row.id, row]))
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

/** The buying unit's name; of an individual the masked name and the order's number. */
async function readBuyers(container: MedusaContainer, orderIds: string[]): Promise<Map<string, string>> {
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "order", filters: { id: orderIds },
    fields: ["id", "display_id", "metadata", "customer.company_name", "shipping_address.first_name", "shipping_address.last_name"],
  })
  return new Map(data.map(({ id, display_id, metadata, customer, shipping_address }) => {
    const organisation = metadata?.organisation_name ?? customer?.company_name
    if (typeof organisation === "string" && organisation !== "") return [id, organisation]
    const name = `${shipping_address?.last_name ?? ""}${shipping_address?.first_name ?? ""}`
    return [id, `${maskName(name)}（订单 ${display_id}）`]
  }))
}

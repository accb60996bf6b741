import { type PlaceOrder, placeOrdersWorkflow } from "@fupin/checkout/workflows"
import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { at, businessDate } from "../lib/calendar"
import { chance, pick } from "../lib/chance"
import { readData } from "../lib/data"
import { orderIdOf } from "../lib/ids"
import { BUYERS, type PurchaseSeed } from "../lib/purchases"
import { importCustomers, type PeopleSeed } from "./people"
import type { Shelf } from "./products"
import type { OpenStore } from "./store"

export interface PlacedPurchase extends PurchaseSeed {
  order_id: string
  payment_id: string
  /** Money that moved at once; null for a transfer. */
  capture_id: string | null
}

type Buyer = { email: string; name: string; phone: string; guest: boolean; address: PlaceOrder["shipping_address"] }

/** Three months of orders by consumers, in bulk. Placing them again changes nothing. */
export async function importOrders(container: MedusaContainer, store: OpenStore, shelf: Shelf, purchases: PurchaseSeed[]): Promise<PlacedPurchase[]> {
  const buyers = readBuyers()
  const customers = await importCustomers(container, buyers)
  const orders = purchases.map((purchase): PlaceOrder => {
    const buyer = buyers[purchase.buyer]!
    return {
      id: orderIdOf(purchase.key), customer_id: customers[buyer.email]!, email: buyer.email, region_id: store.region_id, sales_channel_id: store.sales_channel_id, shipping_address: buyer.address,
      items: purchase.lines.map(({ handle, variant, quantity }) => ({ variant_id: shelf.variants[handle]![variant]!, quantity })),
      shipping_option_id: store.shipping_option_ids[purchase.cold ? "cold" : "standard"]!, placed_at: at(purchase.placed_on, purchase.hour, purchase.minute),
      payment_provider_id: purchase.by_transfer || process.env.DEMO_PAYMENT !== "on" ? "pp_transfer_cn" : "pp_demo_cn",
    }
  })
  const results: { order_id: string; payment_id: string; capture_id: string | null }[] = []
  for (let start = 0; start < orders.length; start += 100) {
    const { result } = await placeOrdersWorkflow(container).run({ input: { orders: orders.slice(start, start + 100) } })
    if (result.refused[0]) throw new Error(`an order was refused: ${result.refused[0].code} ${result.refused[0].message}`)
    results.push(...result.placed)
  }
  return asPlaced(container, purchases, results)
}

/** An order found from an earlier day keeps the time at which it was placed. */
async function asPlaced(container: MedusaContainer, purchases: PurchaseSeed[], results: { order_id: string; payment_id: string; capture_id: string | null }[]): Promise<PlacedPurchase[]> {
  const orders = await container.resolve(Modules.ORDER).listOrders({ id: results.map(({ order_id }) => order_id) }, { select: ["id", "created_at"], take: null })
  const placedAt = new Map(orders.map(({ id, created_at }) => [id, new Date(created_at)]))
  const byId = new Map(results.map((result) => [result.order_id, result]))
  return purchases.map((purchase) => {
    const result = byId.get(orderIdOf(purchase.key))!
    const moment = placedAt.get(result.order_id)!
    return { ...purchase, ...result, placed_on: businessDate(moment), hour: (moment.getUTCHours() + 8) % 24, minute: moment.getUTCMinutes() }
  })
}

/** The first is the demonstration's own consumer; the others have bought without an account. */
function readBuyers(): Buyer[] {
  const { accounts, consumers } = readData<PeopleSeed>("people.json")
  return Array.from({ length: BUYERS }, (_none, index) => {
    const roll = chance(`buyer ${index}`)
    const home = pick(roll, consumers.homes)
    const known = index === 0 ? accounts[0]! : null
    const name = known?.name ?? pick(roll, [...consumers.surnames]) + pick(roll, consumers.given)
    const phone = known?.phone ?? `1540000${String(2000 + index)}`
    const { county_code, province, city, county, detail, postal_code } = home
    return {
      email: known?.email ?? `buyer${String(index).padStart(2, "0")}@example.cn`, name, phone, guest: !known,
      address: { first_name: name, phone, country_code: "cn", province, city, address_1: `${county}${detail}${8 + index} 号`, postal_code, metadata: { region_code: county_code } },
    }
  })
}

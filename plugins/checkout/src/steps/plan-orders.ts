import type { ErrorCode } from "@fupin/contract/codes"
import { refusal } from "@fupin/access"
import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { type Allotment, allotStock, type Shelf, shelfOf } from "../domain/allot-stock"
import { settlementOf } from "../domain/payment-kinds"
import { type OrderFacts, type PlaceOrder, type PlannedOrder, planOrder } from "../domain/place-order"
import { sqlOf } from "../medusa"
import { readPrices } from "../reads/read-prices"
import { readLevels, readSellables } from "../reads/read-sellables"
import { readShippingOptions } from "../reads/read-shipping-options"

export interface Refused {
  id: string
  code: ErrorCode
  message: string
}

export interface AllottedOrder extends PlannedOrder {
  allotments: Allotment[]
}

export interface OrderPlan {
  /** Orders written by an earlier run; only what is missing around them is added. */
  present: PlaceOrder[]
  fresh: AllottedOrder[]
  refused: Refused[]
}

/** Sorts orders into those already there, those that can be written and those refused; writes nothing. */
export const planOrdersStep = createStep("plan-orders", async ({ orders }: { orders: PlaceOrder[] }, { container }) => {
  if (new Set(orders.map(({ id }) => id)).size !== orders.length) throw refusal("invalid_data", "invalid_input", "同一订单编号出现了两次")
  const ids = orders.map(({ id }) => id)
  const { rows } = await sqlOf(container).raw<{ id: string }>(`select id from "order" where id = any(?)`, [ids])
  const there = new Set(rows.map(({ id }) => id))
  const plan: OrderPlan = { present: orders.filter(({ id }) => there.has(id)), fresh: [], refused: [] }
  for (const group of byChannelAndRegion(orders.filter(({ id }) => !there.has(id)))) await planGroup(container, group, plan)
  return new StepResponse(plan)
})

async function planGroup(container: MedusaContainer, orders: PlaceOrder[], plan: OrderPlan): Promise<void> {
  const { facts, shelf } = await readFacts(container, orders)
  let left = await withoutOwnReservations(container, orders, shelf)
  for (const order of orders) {
    const planned = settlementOf(order.payment_provider_id) ? planOrder(order, facts) : { ok: false as const, code: "unknown_payment_method" as const, message: "该付款方式不能用于批量下单" }
    const allotted = planned.ok ? allotStock(planned.value.lines, left) : planned
    if (!planned.ok || !allotted.ok) {
      const refused = planned.ok ? allotted : planned
      if (!refused.ok) plan.refused.push({ id: order.id, code: refused.code, message: refused.message })
      continue
    }
    left = allotted.value.shelf
    plan.fresh.push({ ...planned.value, allotments: allotted.value.allotments })
  }
}

async function readFacts(container: MedusaContainer, orders: PlaceOrder[]): Promise<{ facts: OrderFacts; shelf: Shelf }> {
  const { sales_channel_id, region_id } = orders[0]!
  const region = await container.resolve(Modules.REGION).retrieveRegion(region_id, { select: ["id", "currency_code"] })
  const sellables = await readSellables(container, sales_channel_id, orders.flatMap(({ items }) => items.map(({ variant_id }) => variant_id)))
  const options = await readShippingOptions(container, sales_channel_id)
  const sets = [...sellables.values(), ...options].map(({ price_set_id }) => price_set_id)
  const prices = await readPrices(container, sets, { currency_code: region.currency_code, region_id })
  const shipping = options.map(({ id, name, price_set_id }) => [id, { id, name, fen: prices.get(price_set_id ?? "")?.fen ?? 0 }] as const)
  const levels = await readLevels(container, sales_channel_id, sellables.values())
  return { facts: { sellables, prices, shipping_options: new Map(shipping) }, shelf: shelfOf(levels) }
}

/** A run that died after reserving left its own reservations: they are ours to use, so they count as still on the shelf. */
async function withoutOwnReservations(container: MedusaContainer, orders: PlaceOrder[], shelf: Shelf): Promise<Shelf> {
  const ids = orders.map(({ id }) => id)
  const { rows } = await sqlOf(container).raw<{ inventory_item_id: string; location_id: string; quantity: number }>(
    `select inventory_item_id, location_id, sum(quantity)::float8 as quantity from reservation_item
     where external_id = any(?) and deleted_at is null and not allow_backorder group by 1, 2`, [ids])
  const own = new Map(rows.map((row) => [`${row.inventory_item_id} ${row.location_id}`, row.quantity]))
  return new Map([...shelf].map(([item, levels]) =>
    [item, levels.map((level) => ({ ...level, available: level.available + (own.get(`${item} ${level.location_id}`) ?? 0) }))]))
}

function byChannelAndRegion(orders: PlaceOrder[]): PlaceOrder[][] {
  const groups = new Map<string, PlaceOrder[]>()
  for (const order of orders) {
    const key = `${order.sales_channel_id} ${order.region_id}`
    groups.set(key, [...(groups.get(key) ?? []), order])
  }
  return [...groups.values()]
}

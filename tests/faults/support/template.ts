import type { OrderFacts } from "@fupin/benefit/domain/order-facts"
import type { LedgerModuleService } from "@fupin/benefit/modules/ledger"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { type LinkedShop, place, sql } from "../../support/linked-shop"
import { readTemplate } from "./clone-orders"

/** A real order of two lines and carriage, with its facts as the ledger reads them: what the model's orders are made from. */
export async function openTemplate(container: MedusaContainer, ledger: LedgerModuleService, shop: LinkedShop) {
  const { order_id, payment_id } = await place(container, shop, "template", [[shop.potato, 4], [shop.walnut, 3]], { shipping_option_id: shop.store.shipping_option_ids.standard })
  let facts: OrderFacts | undefined
  await ledger.postOrders([order_id], async (orders) => {
    facts = orders[0]
    return { orders: [], linkages: [] }
  }, new Date())
  const [money] = await sql(container, "select c.id, round(c.amount * 100)::integer as fen from payment_collection c join order_payment_collection l on l.payment_collection_id = c.id where l.order_id = ?", [order_id])
  return { ...(await readTemplate(container.resolve(ContainerRegistrationKeys.PG_CONNECTION), order_id)), facts: facts!, total_fen: Number(money!.fen), payment_id, collection_id: String(money!.id) }
}
export type ModelTemplate = Awaited<ReturnType<typeof openTemplate>>

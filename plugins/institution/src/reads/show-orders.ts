import { describePayment, type PaymentFacts } from "@fupin/checkout/domain/order-payment"
import type { InstitutionOrder } from "@fupin/contract/schemas"
import type { MedusaContainer } from "@medusajs/framework/types"
import { graph, type OccurrenceRow } from "../medusa"
import type { Seller } from "./goods"
import { type OrderState, readOrderStates } from "./order-states"
import { unique, withPlans } from "./plans"

/** Orders of deliveries with what is due for them; where to pay is for those who buy or pay. */
export async function showOrders(container: MedusaContainer, occurrences: OccurrenceRow[], maySeePayment: boolean): Promise<InstitutionOrder[]> {
  const deliveries = await withPlans(container, occurrences)
  const money = new Map((await readOrderStates(container, occurrences.flatMap(({ order_ids }) => order_ids))).map((order) => [order.id, order]))
  const sellers = await readSellerNames(container, occurrences)
  const bank_account = await readBankAccount(container)
  return deliveries.flatMap(({ occurrence, standing_order }) => occurrence.order_ids.flatMap((order_id) => {
    const order = money.get(order_id)
    if (!order) return []
    const { method: _method, transfer, ...payment } = describePayment({ ...factsOf(order), bank_account })
    const seller_id = occurrence.lines.find((line) => line.order_id === order_id)?.seller_id ?? ""
    return [{
      ...payment, display_id: order.display_id, occurrence_id: occurrence.id, delivery_date: occurrence.delivery_date, standing_order_name: standing_order.name,
      seller: sellers.get(seller_id) ?? null, occurrence_state: occurrence.state, transfer: maySeePayment ? transfer : null,
    }]
  }))
}

function factsOf({ id, display_id, status, total_fen, paid_fen, refunded_fen }: OrderState): Omit<PaymentFacts, "bank_account"> {
  return { order_id: id, display_id, cancelled: status === "canceled", total_fen, paid_fen, refunded_fen, provider_id: "pp_transfer_cn" }
}

async function readSellerNames(container: MedusaContainer, occurrences: OccurrenceRow[]): Promise<Map<string, Seller>> {
  const ids = unique(occurrences.flatMap(({ lines }) => lines.flatMap(({ seller_id }) => seller_id ?? [])))
  const rows = ids.length === 0 ? [] : await graph<Seller>(container, "producer", ["id", "name"], { id: ids })
  return new Map(rows.map((seller) => [seller.id, seller]))
}

/** Where transfers go: the store's own settings. */
async function readBankAccount(container: MedusaContainer): Promise<PaymentFacts["bank_account"]> {
  const [store] = await graph<{ metadata: { bank_account?: PaymentFacts["bank_account"] } | null }>(container, "store", ["metadata"], {})
  return store?.metadata?.bank_account ?? null
}

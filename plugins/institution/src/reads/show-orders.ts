import { describePayment, type PaymentFacts } from "@fupin/checkout/domain/order-payment"
import type { InstitutionOrder } from "@fupin/contract/schemas"
import type { MedusaContainer } from "@medusajs/framework/types"
import { graph, type OccurrenceRow } from "../medusa"
import type { Seller } from "./goods"
import { type OrderState, readOrderStates } from "./order-states"
import { statementsOf } from "../statement"
import { unique, withPlans } from "./plans"

/** Orders of deliveries with what is due for them; where to pay is for those who buy or pay. */
export async function showOrders(container: MedusaContainer, occurrences: OccurrenceRow[], maySeePayment: boolean): Promise<InstitutionOrder[]> {
  const deliveries = await withPlans(container, occurrences)
  const money = new Map((await readOrderStates(container, occurrences.flatMap(({ order_ids }) => order_ids))).map((order) => [order.id, order]))
  const sellers = await readSellerNames(container, occurrences)
  const bank_account = await readBankAccount(container)
  const dues = new Map((await statementsOf(container).readDues(occurrences.flatMap(({ order_ids }) => order_ids))).map(({ order_id, due_fen }) => [order_id, due_fen]))
  return deliveries.flatMap(({ occurrence, standing_order }) => occurrence.order_ids.flatMap((order_id) => {
    const order = money.get(order_id)
    if (!order) return []
    const { method: _method, donation: _donation, transfer, ...payment } = describePayment({ ...factsOf(order, occurrence, dues.get(order_id)), bank_account, donation: null })
    const seller_id = occurrence.lines.find((line) => line.order_id === order_id)?.seller_id ?? ""
    return [{
      ...payment, display_id: order.display_id, occurrence_id: occurrence.id, delivery_date: occurrence.delivery_date, standing_order_name: standing_order.name,
      seller: sellers.get(seller_id) ?? null, occurrence_state: occurrence.state, transfer: maySeePayment ? transfer : null,
    }]
  }))
}

/** Once goods were accepted, what was accepted is due, less what both sides took off; nothing, when all was turned away. */
function factsOf({ id, display_id, status, total_fen, paid_fen, refunded_fen }: OrderState, { accepted_at }: OccurrenceRow, due_fen = total_fen): Omit<PaymentFacts, "bank_account" | "donation"> {
  const due = accepted_at === null ? total_fen : Math.min(due_fen, total_fen)
  return { order_id: id, display_id, cancelled: status === "canceled" || (due === 0 && paid_fen === 0), total_fen: due, paid_fen, refunded_fen, provider_id: "pp_transfer_cn" }
}

async function readSellerNames(container: MedusaContainer, occurrences: OccurrenceRow[]): Promise<Map<string, Seller>> {
  const ids = unique(occurrences.flatMap(({ lines }) => lines.flatMap(({ seller_id }) => seller_id ?? [])))
  const rows = ids.length === 0 ? [] : await graph<Seller>(container, "producer", ["id", "name"], { id: ids })
  return new Map(rows.map((seller) => [seller.id, seller]))
}

/** Where transfers go: the store's own settings. */
export async function readBankAccount(container: MedusaContainer): Promise<PaymentFacts["bank_account"]> {
  const [store] = await graph<{ metadata: { bank_account?: PaymentFacts["bank_account"] } | null }>(container, "store", ["metadata"], {})
  return store?.metadata?.bank_account ?? null
}

import { describePayment, type PaymentFacts } from "@fupin/checkout/domain/order-payment"
import type { InstitutionOrder, InvoiceableSeller } from "@fupin/contract/schemas"
import type { MedusaContainer } from "@medusajs/framework/types"
import { leftBySeller } from "../domain/statement/invoiceable"
import { graph } from "../medusa"
import type { UnitOrder } from "../modules/statement/service"
import { readParties } from "./show-statements"

/** Orders with what is due for them; where to pay is for those who buy or pay. */
export async function showOrders(container: MedusaContainer, orders: UnitOrder[], maySeePayment: (organisationId: string) => boolean): Promise<InstitutionOrder[]> {
  const [{ sellerOf }, bank_account] = await Promise.all([readParties(container, orders), readBankAccount(container)])
  return orders.map((order) => {
    const { order_id, display_id, organisation_id, source, title, about_id, on, total_fen, paid_fen, refunded_fen, provider_id } = order
    const { method: _method, donation: _donation, transfer, ...payment } = describePayment({ order_id, display_id, cancelled: isOff(order), total_fen, paid_fen, refunded_fen, provider_id, bank_account, donation: null })
    return { ...payment, display_id, organisation_id, source, title, about_id, on, seller: sellerOf(order.seller_id), transfer: maySeePayment(organisation_id) && !PAID_TOGETHER.includes(source) ? transfer : null }
  })
}

/** By the one code of their campaign or contract. */
const PAID_TOGETHER: UnitOrder["source"][] = ["campaign", "preorder"]

/** Cancelled, or all of it was turned away at the door. */
const isOff = ({ is_cancelled, stated_fen, total_fen, paid_fen }: UnitOrder): boolean => is_cancelled || (stated_fen !== null && total_fen === 0 && paid_fen === 0)

/** What no live invoice covers yet, by seller. */
export async function showInvoiceable(container: MedusaContainer, organisation_id: string, orders: UnitOrder[]): Promise<InvoiceableSeller[]> {
  const left = leftBySeller(orders)
  const { sellerOf } = await readParties(container, left.map(({ seller_id }) => ({ organisation_id, seller_id })))
  return left.map(({ seller_id, ...shown }) => ({ ...shown, seller: sellerOf(seller_id) }))
}

/** Where transfers go: the store's own settings. */
export async function readBankAccount(container: MedusaContainer): Promise<PaymentFacts["bank_account"]> {
  const [store] = await graph<{ metadata: { bank_account?: PaymentFacts["bank_account"] } | null }>(container, "store", ["metadata"], {})
  return store?.metadata?.bank_account ?? null
}

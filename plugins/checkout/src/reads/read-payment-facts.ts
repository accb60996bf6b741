import { fenFromYuan } from "@fupin/contract/money"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { BankAccount, PaymentFacts } from "../domain/order-payment"

const FIELDS = ["id", "display_id", "status", "metadata", "payment_collections.amount", "payment_collections.captured_amount", "payment_collections.refunded_amount", "payment_collections.payments.provider_id"]

interface Collection {
  amount: unknown
  captured_amount: unknown
  refunded_amount: unknown
  payments?: { provider_id: string }[] | null
}

/** What core knows of an order's payment; null when there is no such order. */
export async function readPaymentFacts(container: MedusaContainer, orderId: string): Promise<PaymentFacts | null> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data: [order] } = await query.graph({ entity: "order", fields: FIELDS, filters: { id: orderId } })
  if (!order) return null
  const collections = ((order.payment_collections ?? []) as (Collection | null)[]).filter((collection) => collection !== null)
  const sum = (amounts: unknown[]) => amounts.reduce<number>((fen, amount) => fen + fenFromYuan(Number(amount ?? 0)), 0)
  return {
    order_id: order.id,
    display_id: Number(order.display_id),
    cancelled: order.status === "canceled",
    total_fen: sum(collections.map(({ amount }) => amount)),
    paid_fen: sum(collections.map(({ captured_amount }) => captured_amount)),
    refunded_fen: sum(collections.map(({ refunded_amount }) => refunded_amount)),
    provider_id: collections.flatMap(({ payments }) => payments ?? []).at(-1)?.provider_id ?? "",
    bank_account: await readBankAccount(container),
    donation: (order.metadata?.donation ?? null) as PaymentFacts["donation"],
  }
}

/** Where transfers go, from the store's own settings (`metadata.bank_account`). */
async function readBankAccount(container: MedusaContainer): Promise<BankAccount | null> {
  const { data: [store] } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({ entity: "store", fields: ["metadata"] })
  const { payee, bank, account } = (store?.metadata?.bank_account ?? {}) as Partial<BankAccount>
  return payee && bank && account ? { payee, bank, account } : null
}

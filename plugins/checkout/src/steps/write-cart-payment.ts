import { yuanFromFen } from "@fupin/contract/money"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { deriveId } from "../domain/ids"
import { sqlOf } from "../medusa"
import type { Amounts, CheckoutRequest } from "./plan-checkout"

interface Input {
  request: CheckoutRequest
  amounts: Amounts
}

interface Session {
  data: { client_secret?: string }
}

/** The cart's payment with the chosen provider; a repeated request finds it. */
export const writeCartPaymentStep = createStep("write-cart-payment", async ({ request, amounts }: Input, { container }) => {
  const { cart_id, input: { payment_provider_id } } = request
  const collection_id = deriveId("pay_col", cart_id)
  const held = await readSession(container, collection_id)
  if (held) return new StepResponse({ client_secret: held.data.client_secret ?? null }, null)
  const payments = container.resolve(Modules.PAYMENT)
  const money = { currency_code: "cny", amount: yuanFromFen(amounts.total_fen) }
  const { rows } = await sqlOf(container).raw(`select id from payment_collection where id = ?`, [collection_id])
  if (rows.length === 0) await payments.createPaymentCollections([collectionRow(collection_id, money)])
  const session = await payments.createPaymentSession(collection_id, { provider_id: payment_provider_id, ...money, data: {}, context: {} })
  await container.resolve(ContainerRegistrationKeys.LINK).create({ [Modules.CART]: { cart_id }, [Modules.PAYMENT]: { payment_collection_id: collection_id } })
  const secret = session.data?.client_secret
  return new StepResponse({ client_secret: typeof secret === "string" ? secret : null }, collection_id)
}, async (collectionId, { container }) => {
  if (collectionId) await container.resolve(Modules.PAYMENT).deletePaymentCollections([collectionId])
})

/** Core's type has no room for a chosen id; its table has. */
function collectionRow(id: string, money: { currency_code: string; amount: number }) {
  return { id, ...money }
}

async function readSession(container: MedusaContainer, collectionId: string): Promise<Session | undefined> {
  const { rows: [session] } = await sqlOf(container).raw<Session>(
    `select s.data from payment_session s join cart_payment_collection l on l.payment_collection_id = s.payment_collection_id and l.deleted_at is null
     where s.payment_collection_id = ? and s.deleted_at is null limit 1`, [collectionId])
  return session
}

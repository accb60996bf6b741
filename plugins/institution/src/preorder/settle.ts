import { readDues } from "@fupin/checkout/reads/read-dues"
import { receiveTransferWorkflow } from "@fupin/checkout/workflows"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { businessDay, later } from "../domain/business-day"
import { planApplication } from "../domain/preorder/book"
import { moneyOf } from "../domain/preorder/contract"
import type { ApplicationRow, ContractRow } from "../modules/preorder/service"
import { preordersOf, requireContract } from "./facts"
import { lowerSpending } from "./spending"

/** What an order may say to money that was meant for it; anything else is a failure and tried again. */
const REFUSALS: unknown[] = ["transfer_exceeds_due", "order_cancelled", "transfer_reference_taken"]

/**
 * Turns advances into payment for accepted goods, one by one, asked anew from what is true after each step: whoever comes after a crash
 * goes on where things stand. Frees the unit's budget of what the contract no longer comes to. One process at a time.
 */
export async function settleContract(container: MedusaContainer, id: string): Promise<void> {
  const module = preordersOf(container)
  await module.exclusively(`preorder-settle:${id}`, async () => {
    for (;;) {
      const { contract } = await requireContract(container, { ids: [id] })
      const begun = contract.applications.find(({ is_booked }) => !is_booked)
      if (begun) await bookApplication(container, contract, begun)
      else if (!(await beginApplication(container, contract))) break
    }
    await module.finish(id)
    await lowerSpending(container, [await requireContract(container, { ids: [id] })])
  })
}

/** All contracts of an offer. */
export async function settleAll(container: MedusaContainer, offerId: string): Promise<void> {
  for (const { id } of await preordersOf(container).readContracts({ offer_ids: [offerId] })) await settleContract(container, id)
}

/** The same, where one contract's failure must not stop the others. Answers whether it went well. */
export async function trySettle(container: MedusaContainer, id: string): Promise<boolean> {
  try {
    await settleContract(container, id)
    return true
  } catch (error) {
    container.resolve(ContainerRegistrationKeys.LOGGER).error(`preorder contract ${id}: ${error instanceof Error ? error.message : String(error)}`)
    return false
  }
}

async function beginApplication(container: MedusaContainer, contract: ContractRow): Promise<boolean> {
  const accepted = contract.deliveries.filter(({ accepted: came_in }) => (came_in ?? 0) > 0)
  if (accepted.length === 0) return false
  const dues = new Map((await readDues(container, accepted.map(({ order_id }) => order_id))).map(({ order_id, due_fen }) => [order_id, due_fen]))
  const deliveries = accepted.map(({ id, accepted: came_in, applied_fen, order_id }) => ({ id, accepted_fen: came_in! * contract.price_fen, applied_fen, lacks_fen: dues.get(order_id) ?? 0 }))
  const next = planApplication(contract.payments, moneyOf(contract).paid_back_fen, deliveries, contract.applications)
  if (!next) return false
  const payment = contract.payments.find(({ id }) => id === next.payment_id)!
  const delivery = accepted.find(({ id }) => id === next.delivery_id)!
  const on_day = later(payment.received_on, businessDay(new Date(delivery.accepted_at!)))
  await preordersOf(container).writeApplication({ ...next, on_day, actor_id: delivery.laid_by })
  return true
}

/** Registers it on the order, where the ledger finds it; the bank's reference goes along. */
async function bookApplication(container: MedusaContainer, { payments, deliveries }: ContractRow, { id, payment_id, delivery_id, amount_fen, on_day, actor_id }: ApplicationRow): Promise<void> {
  const { reference } = payments.find((one) => one.id === payment_id)!
  const { order_id } = deliveries.find((one) => one.id === delivery_id)!
  try {
    await receiveTransferWorkflow(container).run({ input: { order_id, amount_fen, reference, received_on: on_day, actor_id } })
  } catch (error) {
    if (!(error instanceof MedusaError && REFUSALS.includes(error.code))) throw error
    return await preordersOf(container).closeApplication(id, error.message, new Date())
  }
  await preordersOf(container).closeApplication(id, null, new Date())
}

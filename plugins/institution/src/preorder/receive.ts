import type { PreorderPaymentInput } from "@fupin/contract/schemas"
import type { MedusaContainer } from "@medusajs/framework/types"
import { preordersOf } from "./facts"
import { settleContract } from "./settle"

/** An advance arrived (预付款), by hand or from a bank's file: it stands in the contract's own book and brings no benefit until goods are accepted. The same reference again changes nothing. Errors: those of `receive`. */
export async function receivePreorderPayment(container: MedusaContainer, contractId: string, payment: PreorderPaymentInput, actor_id: string): Promise<void> {
  await preordersOf(container).receive(contractId, payment, { actor_id, at: new Date() })
  await settleContract(container, contractId)
}

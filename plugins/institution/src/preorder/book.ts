import { refusal } from "@fupin/access"
import type { PreorderAnswerInput, PreorderBookInput } from "@fupin/contract/schemas"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { canTakeMore } from "../domain/preorder/contract"
import { businessDay } from "../domain/business-day"
import { contractIdOf } from "../domain/preorder/secret-ids"
import { isPreferred } from "../domain/share-stock"
import { orderKey, phoneKeys, preorderPhonePlace } from "../keys"
import { readOrganisations } from "../reads/plans"
import { preordersOf, requireCertified, requireContract, requireOffer } from "./facts"
import { syncHarvest } from "./hold"
import { settleContract } from "./settle"
import { askGate, beyondBooking, contractOf, reserveMore } from "./spending"

/**
 * Books a quantity for a unit: it is held first, then passes the unit's gate. Where approval is missing the contract waits and goes on by
 * itself; where the gate says no it comes to nothing. Answers its id. Errors: those of `decideBooking`, preorder_not_certified, budget_exceeded, approval_rejected.
 */
export async function bookPreorder(container: MedusaContainer, offer_id: string, { idempotency_key, organisation_id, quantity, reason, delivery: { phone, ...delivery } }: PreorderBookInput, customer_id: string): Promise<string> {
  const offer = await requireOffer(container, offer_id)
  const at = new Date()
  await requireCertified(container, offer.variant_id, at)
  const [organisation] = await readOrganisations(container, { id: organisation_id })
  const id = contractIdOf(orderKey(), offer_id, customer_id, idempotency_key)
  const delivery_phone_sealed = phoneKeys().seal(preorderPhonePlace(id), phone)
  await preordersOf(container).book({ id, offer_id, organisation_id, customer_id, is_preferred: isPreferred(organisation!.kind), booked: quantity, delivery, delivery_phone_sealed, reason }, at)
  await signContract(container, id)
  return id
}

/** Signs a contract that its unit's gate lets pass; one that it refuses comes to nothing, one that waits for approval stays. Errors: budget_exceeded, approval_rejected. */
async function signContract(container: MedusaContainer, id: string): Promise<void> {
  const module = preordersOf(container)
  const held = await requireContract(container, { ids: [id] })
  if (held.contract.state !== "requested") return
  const verdict = await askGate(container, held)
  if (verdict.ok) {
    // Whatever happened to it while the money was being reserved, what it does not need is given back.
    return await module.sign(id, new Date()).finally(() => settleContract(container, id))
  }
  if (verdict.code === "approval_needed") return
  await module.drop(id, verdict.message)
  throw refusal("not_allowed", verdict.code, verdict.message)
}

/** Goes on with a contract whose last approval is there. What still stands in the way leaves it as it is. Again changes nothing; answers whether it is signed now. */
export async function continuePreorder(container: MedusaContainer, requestKey: string): Promise<boolean> {
  const id = contractOf(requestKey)
  if (id === null) return false
  try {
    await signContract(container, id)
  } catch (error) {
    if (!(error instanceof MedusaError)) throw error
    container.resolve(ContainerRegistrationKeys.LOGGER).info(`preorder contract ${id} came to nothing: ${error.code}`)
  }
  return (await requireContract(container, { ids: [id] })).contract.state === "running"
}

/** What a unit answers: it cancels before any money arrived, withdraws after a short harvest, or takes more. Errors: preorder_cannot_cancel, preorder_cannot_withdraw, preorder_more_limit, those of the gate. */
export async function answerPreorder(container: MedusaContainer, id: string, answer: PreorderAnswerInput): Promise<void> {
  const module = preordersOf(container)
  const at = new Date()
  if (answer.answer === "more") {
    const held = await requireContract(container, { ids: [id] })
    const { offer, contract } = held
    if (answer.quantity > canTakeMore(offer, contract, businessDay(at))) throw refusal("not_allowed", "preorder_more_limit")
    await reserveMore(container, held, beyondBooking(contract, answer.quantity))
    return await module.wantMore(id, answer.quantity, at)
  }
  if (answer.answer === "cancel") await module.cancelContract(id, "采购单位取消")
  else await module.withdraw(id, at)
  await settleEnded(container, id)
}

/** Nothing more is delivered: what is left of the advances is given back. Errors: preorder_state. */
export async function closePreorder(container: MedusaContainer, id: string, reason: string): Promise<void> {
  await preordersOf(container).closeContract(id, reason)
  await settleEnded(container, id)
}

/** Its money and its part of the harvest are free. */
async function settleEnded(container: MedusaContainer, id: string): Promise<void> {
  await settleContract(container, id)
  await syncHarvest(container, (await requireContract(container, { ids: [id] })).offer.id)
}

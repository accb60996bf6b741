import { allowed, refusal } from "@fupin/access"
import { recordAcceptanceWorkflow } from "@fupin/benefit/workflows"
import { type PlaceOrder, placeOrdersWorkflow } from "@fupin/checkout/workflows"
import { ERRORS } from "@fupin/contract/codes"
import type { PreorderAcceptInput, PreorderDeliveryInput } from "@fupin/contract/schemas"
import type { MedusaContainer } from "@medusajs/framework/types"
import { generateEntityId } from "@medusajs/framework/utils"
import { readBuyer } from "../campaign/place"
import { decideAcceptedLines } from "../domain/decide-acceptance"
import { decideReceivingOn } from "../domain/receiving-days"
import { spendingOf } from "../spending"
import { deliveryOrderId } from "../domain/preorder/secret-ids"
import { orderKey, phoneKeys, preorderPhonePlace } from "../keys"
import type { ContractRow, DeliveryRow, OfferRow } from "../modules/preorder/service"
import { readDivisionNames, shippingAddress } from "../placing/shipping-address"
import { readOrganisations } from "../reads/plans"
import { readShop } from "../reads/shop"
import { preordersOf, requireContract, requireDelivery } from "./facts"
import { syncHarvest, takeFromHarvest } from "./hold"
import { trySettle } from "./settle"

/** Paid out of the contract's advances: 对公转账. */
const PAYMENT = "pp_transfer_cn"

/** Lays down the next batch of a contract and places its order; what could not be placed says why and is tried again. Errors: those of `decideDelivery` and `decideReceivingOn`. */
export async function deliverPreorder(container: MedusaContainer, contractId: string, input: PreorderDeliveryInput, actor_id: string): Promise<void> {
  const id = generateEntityId(undefined, "predl")
  const order_id = deliveryOrderId(orderKey(), id)
  const { contract } = await requireContract(container, { ids: [contractId] })
  const points = await spendingOf(container).readPoints([contract.organisation_id])
  allowed(decideReceivingOn(points.get(contract.organisation_id)!, contract.delivery, input.deliver_on), "not_allowed")
  const laid = await preordersOf(container).layDelivery(contractId, { ...input, id, order_id, line_item_id: order_id.replace("order", "ordli") }, { actor_id, at: new Date() })
  await placeDelivery(container, laid)
}

/** Places a batch's order, once. Answers whether it is there. */
export async function placeDelivery(container: MedusaContainer, id: string): Promise<boolean> {
  const module = preordersOf(container)
  const placed = await module.exclusively(`preorder-delivery:${id}`, async () => {
    const held = await requireDelivery(container, id)
    if (held.delivery.state !== "planned") return held.delivery.state !== "called_off"
    const order = await orderOf(container, held)
    if (!order) { await module.recordPlaced(id, ERRORS.preorder_no_buyer); return false }
    return await takeFromHarvest(container, held.offer.id, held.delivery.quantity, async () => {
      const { result } = await placeOrdersWorkflow(container).run({ input: { orders: [order] } })
      const [refused] = result.refused
      await module.recordPlaced(id, refused ? refused.message : null)
      return !refused
    })
  })
  return placed ?? false
}

/** A batch that has no order yet comes to nothing. Error: preorder_delivery_state. */
export async function callOffDelivery(container: MedusaContainer, id: string): Promise<void> {
  const module = preordersOf(container)
  const done = await module.exclusively(`preorder-delivery:${id}`, async () => { await module.callOff(id); return true })
  if (!done) throw refusal("conflict", "preorder_delivery_state")
}

async function orderOf(container: MedusaContainer, { delivery, contract, offer }: { delivery: DeliveryRow; contract: ContractRow; offer: OfferRow }): Promise<PlaceOrder | null> {
  const [organisation] = await readOrganisations(container, { id: contract.organisation_id })
  const buyer = await readBuyer(container, { organisation_id: contract.organisation_id, created_by: contract.customer_id, reason: contract.reason })
  if (!buyer) return null
  const { name, county_code, detail } = contract.delivery
  const phone = phoneKeys().open(preorderPhonePlace(contract.id), contract.delivery_phone_sealed)
  return {
    id: delivery.order_id, ...(await readShop(container)), customer_id: buyer.id, email: buyer.email, payment_provider_id: PAYMENT,
    shipping_address: shippingAddress({ name, phone, county_code, detail }, organisation!.name, await readDivisionNames(container, [county_code])),
    items: [{ id: delivery.line_item_id, variant_id: offer.variant_id, quantity: delivery.quantity, unit_price_fen: contract.price_fen }],
    metadata: {
      source: "preorder", preorder_contract_id: contract.id, contract_number: contract.number, delivery_date: delivery.deliver_on, seller_id: offer.producer_id,
      organisation_id: organisation!.id, organisation_name: organisation!.name, organisation_uscc: organisation!.uscc, ...buyer.tag,
    },
  }
}

/**
 * 验收 of a batch: the ledger is told first, then the contract, then its advances become payment for what was accepted, now or by the
 * next run. The same again changes nothing. Errors: preorder_delivery_state, above_supplied, acceptance_reason_required.
 */
export async function acceptPreorder(container: MedusaContainer, id: string, { accepted, reason }: PreorderAcceptInput, actor_id: string): Promise<void> {
  const module = preordersOf(container)
  // One at a time: of two who accept different quantities the ledger and the contract must follow the same.
  const contract = await module.exclusively(`preorder-delivery:${id}`, () => recordAccepted(container, id, { accepted, reason }, actor_id))
  if (!contract) throw refusal("conflict", "preorder_delivery_state")
  await trySettle(container, contract.id)
  await syncHarvest(container, contract.offer_id)
}

/** Answers the contract it belongs to. */
async function recordAccepted(container: MedusaContainer, id: string, { accepted, reason }: PreorderAcceptInput, actor_id: string): Promise<ContractRow> {
  const { delivery, contract, offer } = await requireDelivery(container, id)
  const isKnown = delivery.state === "accepted" && delivery.accepted === accepted
  if (delivery.state !== "placed" && !isKnown) throw refusal("conflict", "preorder_delivery_state")
  allowed(decideAcceptedLines([{ variant_id: offer.variant_id, settle_by: "count", supplied: delivery.quantity }], [{ variant_id: offer.variant_id, accepted, reason }]))
  const at = delivery.accepted_at === null ? new Date() : new Date(delivery.accepted_at)
  await recordAcceptanceWorkflow(container).run({ input: { order_id: delivery.order_id, source: `preorder:${id}`, accepted_at: at, actor_id, lines: [{ line_item_id: delivery.line_item_id, quantity: accepted }] } })
  if (!isKnown) await preordersOf(container).recordAccepted(id, { accepted, reason }, { actor_id, at })
  return contract
}

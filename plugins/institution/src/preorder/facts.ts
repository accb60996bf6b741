import { refusal } from "@fupin/access"
import type { MedusaContainer } from "@medusajs/framework/types"
import { PREORDER_MODULE, type PreorderModuleService } from "../modules/preorder"
import type { ContractRow, DeliveryRow, OfferRow } from "../modules/preorder/service"
import { readCertified } from "../reads/certified"

export const preordersOf = (container: MedusaContainer): PreorderModuleService => container.resolve(PREORDER_MODULE)

/** Error: not_found. */
export async function requireOffer(container: MedusaContainer, id: string): Promise<OfferRow> {
  const [offer] = await preordersOf(container).readOffers({ ids: [id] })
  if (!offer) throw refusal("not_found", "not_found")
  return offer
}

/** A contract with its offer. Error: not_found. */
export async function requireContract(container: MedusaContainer, filter: { ids: string[] } | { delivery_id: string }): Promise<{ contract: ContractRow; offer: OfferRow }> {
  const [contract] = await preordersOf(container).readContracts(filter)
  if (!contract) throw refusal("not_found", "not_found")
  return { contract, offer: await requireOffer(container, contract.offer_id) }
}

/** One batch with its contract. Error: not_found. */
export async function requireDelivery(container: MedusaContainer, delivery_id: string): Promise<{ delivery: DeliveryRow; contract: ContractRow; offer: OfferRow }> {
  const held = await requireContract(container, { delivery_id })
  return { ...held, delivery: held.contract.deliveries.find(({ id }) => id === delivery_id)! }
}

/** Error: preorder_not_certified. */
export async function requireCertified(container: MedusaContainer, variantId: string, now: Date): Promise<void> {
  if (!(await readCertified(container, [variantId], now)).has(variantId)) throw refusal("not_allowed", "preorder_not_certified")
}

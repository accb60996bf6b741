import { refusal } from "@fupin/access"
import { isOutOfStock } from "@fupin/checkout/domain/out-of-stock"
import { readLevels, readSellables } from "@fupin/checkout/reads/read-sellables"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { fitShelf } from "../domain/plan-hold"
import { piecesToKeep } from "../domain/preorder/hold"
import { keepBack, readKept } from "../placing/keep-back"
import { readShop } from "../reads/shop"
import { preordersOf, requireOffer } from "./facts"

/**
 * Brings core's reservations of an offer to what its contracts still get of the harvest, as far as it is on the shelf. Level-triggered:
 * whatever was missed, or came into stock since, the next one puts right.
 */
export async function syncHarvest(container: MedusaContainer, offerId: string): Promise<void> {
  await alone(container, offerId, () => keepHarvest(container, offerId, 0))
}

/** Takes so many pieces off what is kept back for what becomes an order of them in `act`; what did not is kept back again. Error: conflict. */
export async function takeFromHarvest<T>(container: MedusaContainer, offerId: string, pieces: number, act: () => Promise<T>): Promise<T> {
  const taken = await alone(container, offerId, async () => {
    await keepHarvest(container, offerId, pieces)
    try {
      return { value: await act() }
    } finally {
      await keepHarvest(container, offerId, 0)
    }
  })
  if (!taken) throw refusal("conflict", "conflict")
  return taken.value
}

const alone = <T>(container: MedusaContainer, offerId: string, act: () => Promise<T>): Promise<T | null> => preordersOf(container).exclusively(`preorder-harvest:${offerId}`, act)

async function keepHarvest(container: MedusaContainer, offerId: string, less: number): Promise<void> {
  const offer = await requireOffer(container, offerId)
  const kept = await readKept(container, offerId)
  const wanted = piecesToKeep(offer, await preordersOf(container).readContracts({ offer_ids: [offerId] }))
  if (wanted === 0 && kept.length === 0) return
  const { sales_channel_id } = await readShop(container)
  const sellable = (await readSellables(container, sales_channel_id, [offer.variant_id])).get(offer.variant_id)
  const isCounted = sellable?.manage_inventory === true && !sellable.allow_backorder
  const parts = isCounted ? sellable.parts : kept.map(({ inventory_item_id }) => ({ inventory_item_id, required_quantity: 1 }))
  const { holds, pieces } = fitShelf(parts, isCounted ? await readLevels(container, sales_channel_id, [sellable]) : [], kept, isCounted ? wanted : 0)
  try {
    await keepBack(container, { id: offerId, description: `预购：${offer.title}` }, holds, Math.max(0, pieces - less))
  } catch (error) {
    if (!isOutOfStock(error)) throw error
    container.resolve(ContainerRegistrationKeys.LOGGER).warn(`preorder ${offerId}: a buyer was faster than what is kept back for it`)
  }
}

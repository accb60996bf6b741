import { allowed, refusal } from "@fupin/access"
import { allotStock, shelfOf } from "@fupin/checkout/domain/allot-stock"
import { isOutOfStock } from "@fupin/checkout/domain/out-of-stock"
import { readLevels, readSellables } from "@fupin/checkout/reads/read-sellables"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { isTaken } from "../domain/group-buy/part"
import type { Hold } from "../domain/plan-hold"
import type { GroupBuyRow } from "../modules/group-buy/service"
import { keepBack } from "../placing/keep-back"
import { readShop } from "../reads/shop"
import { groupBuysOf, requireGroupBuy } from "./facts"

/** Where the pieces of a group buy would be kept back. Errors: unknown_variant, out_of_stock. */
export async function planHolds(container: MedusaContainer, { variant_id, capacity }: Pick<GroupBuyRow, "variant_id" | "capacity">): Promise<Hold[]> {
  const { sales_channel_id } = await readShop(container)
  const sellable = (await readSellables(container, sales_channel_id, [variant_id])).get(variant_id)
  if (!sellable) throw refusal("invalid_data", "unknown_variant")
  const levels = await readLevels(container, sales_channel_id, [sellable])
  const { allotments } = allowed(allotStock([{ line_id: variant_id, sellable, quantity: capacity }], shelfOf(levels)), "not_allowed")
  return allotments.filter(({ allow_backorder }) => !allow_backorder).map(({ inventory_item_id, location_id, quantity }) => ({ inventory_item_id, location_id, per_piece: quantity / capacity }))
}

/**
 * Brings core's reservations of a group buy to what nobody took yet: all of it when it opens, less with every order, nothing when it is
 * over. Level-triggered: whatever was missed, the next one puts right. Error: out_of_stock when the shelf has less than is wanted.
 */
export async function syncHold(container: MedusaContainer, id: string): Promise<void> {
  const module = groupBuysOf(container)
  await module.exclusively(`group-buy-hold:${id}`, async () => {
    const group = await requireGroupBuy(container, id)
    const parts = await module.readParts({ group_buy_ids: [id] })
    const now = new Date()
    const taken = parts.filter((part) => isTaken(part, now)).reduce((sum, { quantity }) => sum + quantity, 0)
    await keepBack(container, { id, description: `团购：${group.title}` }, group.holds, group.state === "open" ? Math.max(0, group.capacity - taken) : 0)
  })
}

/** The same where a piece less may be kept back: one that came free can be sold to somebody else in the meantime. */
export async function syncHoldIfPossible(container: MedusaContainer, id: string): Promise<void> {
  try {
    await syncHold(container, id)
  } catch (error) {
    if (!isOutOfStock(error)) throw error
    container.resolve(ContainerRegistrationKeys.LOGGER).warn(`group buy ${id}: the shelf has less than it keeps back`)
  }
}

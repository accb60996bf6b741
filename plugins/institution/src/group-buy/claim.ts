import { fenFromYuan } from "@fupin/contract/money"
import type { MedusaContainer } from "@medusajs/framework/types"
import { groupBuysOf } from "./facts"
import { syncHold, syncHoldIfPossible } from "./hold"

export interface CompletingCart {
  id: string
  items?: ({ variant_id?: string | null; quantity: unknown; unit_price: unknown; adjustments?: unknown[] | null } | null)[]
}

/** Before any cart becomes an order: one of a group buy does so only in time and as agreed, and its pieces come off what was kept back. Answers whether it is one. Error: group_buy_lapsed. */
export async function claimGroupBuyCart(container: MedusaContainer, { id, items }: CompletingCart): Promise<boolean> {
  const lines = (items ?? []).flatMap((item) => item
    ? [{ variant_id: item.variant_id ?? null, quantity: Number(item.quantity), unit_price_fen: fenFromYuan(Number(item.unit_price)), is_discounted: (item.adjustments ?? []).length > 0 }]
    : [])
  const group = await groupBuysOf(container).claim(id, lines, new Date())
  if (group) await syncHold(container, group.id)
  return group !== null
}

/** The cart became no order after all. */
export async function unclaimGroupBuyCart(container: MedusaContainer, cartId: string): Promise<void> {
  const [part] = await groupBuysOf(container).readParts({ cart_id: cartId })
  if (!part || part.order) return
  await groupBuysOf(container).unclaim(cartId)
  await syncHoldIfPossible(container, part.group_buy_id)
}

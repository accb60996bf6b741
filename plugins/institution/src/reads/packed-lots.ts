import type { PackedLot } from "@fupin/contract/schemas"
import type { MedusaContainer } from "@medusajs/framework/types"
import { statementsOf } from "../statement"
import { type LotRow, readLots } from "./lots"
import { unique } from "./plans"

export const lotShown = ({ id, code, made_on, best_before, withdraw_reason }: LotRow): PackedLot => ({ id, code, made_on, best_before, withdrawn: withdraw_reason })

/** From which lots goods of these loads are packed, in two queries. */
export async function readPackedLots(container: MedusaContainer, loadIds: string[]): Promise<(loadId: string, variantId: string) => PackedLot[]> {
  const packed = loadIds.length === 0 ? [] : await statementsOf(container).readPacked(loadIds)
  const lots = new Map((packed.length === 0 ? [] : await readLots(container, { id: unique(packed.map(({ lot_id }) => lot_id)) })).map((lot) => [lot.id, lotShown(lot)]))
  const byGoods = new Map<string, PackedLot[]>()
  for (const { load_id, variant_id, lot_id } of packed) {
    const [goods, lot] = [`${load_id} ${variant_id}`, lots.get(lot_id)]
    if (lot) byGoods.set(goods, [...(byGoods.get(goods) ?? []), lot])
  }
  return (loadId, variantId) => byGoods.get(`${loadId} ${variantId}`) ?? []
}

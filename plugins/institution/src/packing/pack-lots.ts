import { allowed, refusal } from "@fupin/access"
import type { PackedGoods, PackedLot, PackedLotsInput } from "@fupin/contract/schemas"
import type { MedusaContainer } from "@medusajs/framework/types"
import { campaignsOf } from "../campaign/facts"
import { decidePacking } from "../domain/packing/decide-packing"
import { businessDay } from "../domain/business-day"
import { goneGoods, readGoodsWithSellers } from "../reads/goods"
import { readLots } from "../reads/lots"
import { lotShown, readPackedLots } from "../reads/packed-lots"
import { statementsOf } from "../statement"
import { goodsIn, type PackingLoad, readPackingLoad } from "./loads"

/** Says from which lots goods are packed, while nobody signs for them. Errors: not_found, packing_no_goods, those of `decidePacking`, conflict. */
export async function packLots(container: MedusaContainer, { load, variant_id, lot_ids }: PackedLotsInput, actor_id: string, now: Date): Promise<PackedLot[]> {
  const packed = await statementsOf(container).whileSigning(load.id, async () => {
    const held = await readPackingLoad(container, load, now)
    const { seller_id } = goodsIn(held, variant_id)
    const goods = (await readGoodsWithSellers(container, [variant_id], now)).get(variant_id) ?? goneGoods(variant_id)
    const lots = lot_ids.length === 0 ? [] : await readLots(container, { id: lot_ids })
    allowed(decidePacking({ product_id: goods.product_id, seller_id, on: held.on, is_closed: held.is_closed }, lots, lot_ids), "not_allowed")
    await statementsOf(container).packLots(load.id, variant_id, lot_ids, { actor_id, at: now })
    return lots.map(lotShown)
  })
  if (!packed) throw refusal("conflict", "conflict")
  return packed
}

/** What is in a load, from which lots it is packed, and from which it could be. */
export async function showPackedGoods(container: MedusaContainer, load: PackingLoad, now: Date): Promise<PackedGoods> {
  const goods = await readGoodsWithSellers(container, load.goods.map(({ variant_id }) => variant_id), now)
  const packed = await readPackedLots(container, [load.id])
  const lots = goods.size === 0 ? [] : await readLots(container, { product_id: [...goods.values()].map(({ product_id }) => product_id), made_on: { $lte: businessDay(now) } })
  const replacements = await campaignsOf(container).readReplacements({ campaign_id: load.id })
  return {
    is_closed: load.is_closed, replacements: replacements.map(({ id, reason }) => ({ id, reason })),
    goods: load.goods.map(({ variant_id, seller_id, quantity }) => {
      const { product_id, title, specification } = goods.get(variant_id) ?? goneGoods(variant_id)
      const fits = lots.filter((lot) => decidePacking({ product_id, seller_id, on: load.on, is_closed: false }, [lot], [lot.id]).ok)
      return { variant_id, title, specification, quantity, lots: packed(load.id, variant_id), choices: fits.map(lotShown) }
    }),
  }
}

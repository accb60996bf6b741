import { refusal, regionContains, type StaffRequest } from "@fupin/access"
import { graph } from "../medusa"
import { type Goods, readGoodsWithSellers } from "../reads/goods"
import { refuseOutside } from "./_scope"

/** Refuses a producer that lies outside the staff member's regions. Errors: unknown_producer, not_in_your_region. */
export async function refuseForeignSeller(req: StaffRequest, sellerId: string): Promise<void> {
  const [producer] = await graph<{ region_code: string }>(req.scope, "producer", ["region_code"], { id: sellerId })
  if (!producer) throw refusal("invalid_data", "unknown_producer")
  refuseOutside(req, producer.region_code)
}

/** The same for goods, by who sells them. Errors: unknown_variant, unknown_producer, not_in_your_region. */
export async function refuseForeignGoods(req: StaffRequest, variantId: string): Promise<void> {
  const goods = (await readGoodsWithSellers(req.scope, [variantId], new Date())).get(variantId)
  if (!goods) throw refusal("invalid_data", "unknown_variant")
  await refuseForeignSeller(req, goods.seller?.id ?? "")
}

/** Those of these goods that are sold by producers in the staff member's regions. */
export async function readGoodsOfSellers(req: StaffRequest, variantIds: string[]): Promise<Map<string, Goods>> {
  const goods = await readGoodsWithSellers(req.scope, variantIds, new Date())
  const ids = [...new Set([...goods.values()].flatMap(({ seller }) => seller?.id ?? []))]
  const producers = ids.length === 0 ? [] : await graph<{ id: string; region_code: string }>(req.scope, "producer", ["id", "region_code"], { id: ids })
  const mine = new Set(producers.filter(({ region_code }) => req.staffRegions.some((within) => regionContains(within, region_code))).map(({ id }) => id))
  return new Map([...goods].filter(([, { seller }]) => seller !== null && mine.has(seller.id)))
}

import { regionContains } from "@fupin/access"
import { decideBadge } from "@fupin/provenance/domain/designation"
import type { MedusaContainer } from "@medusajs/framework/types"
import { graph } from "../medusa"
import { readCertified, readDesignations } from "../reads/certified"
import { type Goods, readGoods } from "../reads/goods"

export type OwnGoods = Pick<Goods, "variant_id" | "title" | "specification"> & { origin_code: string }

interface ProfileRow {
  product_id: string
  producer_id: string
  origin_code: string
  valid_from: Date | string
  valid_to: Date | string | null
}

/** What these producers sell at a moment, and where it comes from. */
async function readProfiles(container: MedusaContainer, producerIds: string[], now: Date): Promise<ProfileRow[]> {
  const profiles = await graph<ProfileRow>(container, "product_profile", ["product_id", "producer_id", "origin_code", "valid_from", "valid_to"], { producer_id: producerIds })
  return profiles.filter(({ valid_from, valid_to }) => new Date(valid_from) <= now && (valid_to === null || new Date(valid_to) > now))
}

async function readOrigins(container: MedusaContainer, producerId: string, now: Date): Promise<Map<string, string>> {
  return new Map((await readProfiles(container, [producerId], now)).map(({ product_id, origin_code }) => [product_id, origin_code]))
}

/** From where these producers sell something with a designation in force. */
export async function readCertifiedOrigins(container: MedusaContainer, producerIds: string[], now: Date): Promise<Pick<ProfileRow, "producer_id" | "origin_code">[]> {
  const profiles = await readProfiles(container, producerIds, now)
  const designations = await readDesignations(container, profiles)
  return profiles.filter(({ product_id }) => decideBadge(designations.get(product_id) ?? [], now) !== null)
}

const readVariantsOf = async (container: MedusaContainer, productIds: string[]): Promise<string[]> =>
  productIds.length === 0 ? [] : (await graph<{ id: string }>(container, "product_variant", ["id"], { product_id: productIds })).map(({ id }) => id)

/** Everything a producer sells at a moment, by product. */
export const readOwnProducts = async (container: MedusaContainer, producerId: string, now: Date): Promise<string[]> => [...(await readOrigins(container, producerId, now)).keys()]

/** Everything a producer sells at a moment, by variant. */
export const readOwnVariants = async (container: MedusaContainer, producerId: string, now: Date): Promise<string[]> =>
  readVariantsOf(container, await readOwnProducts(container, producerId, now))

/** What of it has a designation in force, with where it comes from. */
export async function readOwnCertified(container: MedusaContainer, producerId: string, now: Date): Promise<OwnGoods[]> {
  const origins = await readOrigins(container, producerId, now)
  const ids = await readVariantsOf(container, [...origins.keys()])
  const [goods, certified] = [await readGoods(container, ids), await readCertified(container, ids, now)]
  return [...goods.values()].filter(({ variant_id }) => certified.has(variant_id))
    .map(({ variant_id, product_id, title, specification }) => ({ variant_id, title, specification, origin_code: origins.get(product_id)! }))
    .toSorted((one, other) => `${one.title} ${one.specification}`.localeCompare(`${other.title} ${other.specification}`, "zh"))
}

/** Those that a demand asks for by where they come from; null: from anywhere. */
export const goodsFrom = <Goods extends { origin_code: string }>(goods: Goods[], originCode: string | null): Goods[] => goods.filter(({ origin_code }) => originCode === null || regionContains(originCode, origin_code))

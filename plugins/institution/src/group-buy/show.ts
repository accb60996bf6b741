import { readPrices } from "@fupin/checkout/reads/read-prices"
import { readSellables } from "@fupin/checkout/reads/read-sellables"
import { decideBadge } from "@fupin/provenance/domain/designation"
import type { GroupBuy, GroupBuyPart, OfficeGroupBuy, OfficeGroupBuyPart } from "@fupin/contract/schemas"
import type { MedusaContainer } from "@medusajs/framework/types"
import { decideLeave, isRunning, promisedUnits } from "../domain/group-buy/decide-join"
import { countsIn, partState, unitsOf } from "../domain/group-buy/part"
import { nextTier, openingPrice, tierReached } from "../domain/group-buy/tiers"
import { graph } from "../medusa"
import type { GroupBuyRow, PartRow } from "../modules/group-buy/service"
import { readDesignations } from "../reads/certified"
import { goneGoods, type Goods, readGoodsWithSellers, type Seller } from "../reads/goods"
import { readOrganisations, unique } from "../reads/plans"
import { readRegionNames } from "../reads/region-names"
import { readShop } from "../reads/shop"
import { groupBuysOf } from "./facts"

interface Shelf {
  goods: Map<string, Goods & { seller: Seller | null }>
  designations: Awaited<ReturnType<typeof readDesignations>>
  origins: Map<string, string>
  prices: Map<string, number>
}

/** Group buys as everybody sees them, in as many queries as for one. */
export async function showGroupBuys(container: MedusaContainer, rows: GroupBuyRow[], now: Date): Promise<{ shown: GroupBuy[]; parts: PartRow[] }> {
  if (rows.length === 0) return { shown: [], parts: [] }
  const [shelf, parts] = await Promise.all([readShelf(container, rows, now), groupBuysOf(container).readParts({ group_buy_ids: rows.map(({ id }) => id) })])
  return { shown: rows.map((row) => showOne(row, parts.filter(({ group_buy_id }) => group_buy_id === row.id), shelf, now)), parts }
}

async function readShelf(container: MedusaContainer, rows: GroupBuyRow[], now: Date): Promise<Shelf> {
  const variants = unique(rows.map(({ variant_id }) => variant_id))
  const { region_id, sales_channel_id } = await readShop(container)
  const [goods, sellables] = await Promise.all([readGoodsWithSellers(container, variants, now), readSellables(container, sales_channel_id, variants)])
  const sets = await readPrices(container, [...sellables.values()].map(({ price_set_id }) => price_set_id), { currency_code: "cny", region_id })
  const prices = [...sellables].flatMap(([id, { price_set_id }]) => { const price = sets.get(price_set_id ?? ""); return price ? [[id, price.fen] as const] : [] })
  const product_id = unique([...goods.values()].map((one) => one.product_id))
  const profiles = product_id.length === 0 ? [] : await graph<{ product_id: string; origin_code: string }>(container, "product_profile", ["product_id", "origin_code"], { product_id, valid_to: null })
  const names = await readRegionNames(container, profiles.map(({ origin_code }) => origin_code))
  return { goods, designations: await readDesignations(container, goods.values()), prices: new Map(prices), origins: new Map(profiles.map((one) => [one.product_id, names.get(one.origin_code) ?? ""])) }
}

function showOne(row: GroupBuyRow, parts: PartRow[], { goods, designations, origins, prices }: Shelf, now: Date): GroupBuy {
  const held = goods.get(row.variant_id) ?? { ...goneGoods(row.variant_id), seller: null }
  const units = row.units ?? unitsOf(parts)
  const { id, title, note, variant_id, state, tiers, capacity, per_buyer_cap, final_price_fen, reason } = row
  return {
    id, title, note, variant_id, state, tiers, capacity, per_buyer_cap, final_price_fen, reason,
    product_title: held.title, specification: held.specification, handle: held.handle, thumbnail: held.thumbnail, seller: held.seller,
    designation: decideBadge(designations.get(held.product_id) ?? [], now)?.number ?? null, origin: origins.get(held.product_id) ?? "", shelf_price_fen: prices.get(variant_id) ?? null,
    starts_at: row.starts_at.toISOString(), ends_at: row.ends_at.toISOString(), can_join: isRunning(row, now),
    buyers: new Set(parts.filter((part) => countsIn(part) || part.outcome === "settled").map((part) => part.organisation_id ?? part.customer_id)).size,
    units, left: Math.max(0, capacity - promisedUnits(parts, now)),
    opening_price_fen: openingPrice(tiers), price_now_fen: tierReached(tiers, units)?.price_fen ?? null, next: nextTier(tiers, units),
  }
}

/** Group buys as the office lists them. */
export async function showOfficeGroupBuys(container: MedusaContainer, rows: GroupBuyRow[], now: Date): Promise<OfficeGroupBuy[]> {
  const { shown, parts } = await showGroupBuys(container, rows, now)
  return shown.map((group) => {
    const own = parts.filter(({ group_buy_id }) => group_buy_id === group.id)
    const sum = (of: "captured_fen" | "refunded_fen") => own.reduce((fen, { order }) => fen + (order?.[of] ?? 0), 0)
    const open = own.filter(({ order, outcome }) => order !== null && outcome === null)
    return { ...group, paid_fen: sum("captured_fen"), refunded_fen: sum("refunded_fen"), waiting: open.length, problems: open.filter(({ problem }) => problem !== null).length }
  })
}

const TRANSFER = "pp_transfer_cn"

/** Parts with what the office must know of them; carts that were never paid are left out. */
export async function showOfficeParts(container: MedusaContainer, parts: PartRow[], now: Date): Promise<OfficeGroupBuyPart[]> {
  const names = await readNames(container, parts)
  return parts.filter(({ order }) => order !== null).map((part) => ({ ...showPart(part, names, now), by_transfer: part.order!.provider_id === TRANSFER, problem: part.problem }))
}

/** A buyer's own parts, each with its group buy. */
export async function showParts(container: MedusaContainer, parts: PartRow[], now: Date): Promise<GroupBuyPart[]> {
  const groups = await groupBuysOf(container).readGroupBuys({ ids: unique(parts.map(({ group_buy_id }) => group_buy_id)) })
  const [{ shown }, names] = await Promise.all([showGroupBuys(container, groups, now), readNames(container, parts)])
  return parts.map((part) => ({
    ...showPart(part, names, now), group_buy: shown.find(({ id }) => id === part.group_buy_id)!, can_leave: part.leaving_at === null && decideLeave(groups.find(({ id }) => id === part.group_buy_id)!, part, now).ok,
  }))
}

const readNames = async (container: MedusaContainer, parts: PartRow[]): Promise<Map<string, string>> => {
  const ids = unique(parts.flatMap(({ organisation_id }) => organisation_id ?? []))
  return new Map((ids.length === 0 ? [] : await readOrganisations(container, { id: ids })).map(({ id, name }) => [id, name]))
}

function showPart(part: PartRow, names: Map<string, string>, now: Date) {
  const { id, quantity, order, created_at, organisation_id } = part
  return {
    id, quantity, state: partState(part, now), organisation_name: organisation_id === null ? null : names.get(organisation_id) ?? null, order_id: order?.id ?? null, display_id: order?.display_id ?? null,
    joined_at: created_at.toISOString(), paid_fen: order?.captured_fen ?? 0, refunded_fen: order?.refunded_fen ?? 0,
  }
}

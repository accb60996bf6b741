import { regionContains } from "@fupin/access"
import { type BaseSales, readBaseSales } from "@fupin/benefit/queries/read-base-sales"
import type { PublicBase, SupplyBase } from "@fupin/contract/schemas"
import type { MedusaContainer } from "@medusajs/framework/types"
import { businessDay } from "../domain/business-day"
import { countedDays, supportersOn } from "../domain/pairing/decide-base"
import { graph } from "../medusa"
import type { BaseRow } from "../modules/pairing/bases"
import { readSellers } from "../reads/goods"
import { readOrganisations, unique } from "../reads/plans"
import { readRegionNames } from "../reads/region-names"
import { spendingOf } from "../spending"
import { pairingOf } from "."
import { payersOf } from "./show-pairs"

interface Shown { bases: SupplyBase[]; total: BaseSales }

/** Bases with what their supporters paid for their goods in a year; with `organisation_id` that unit's own supports and figures alone. */
export async function showBases(container: MedusaContainer, rows: BaseRow[], year: number, organisation_id?: string): Promise<Shown> {
  const bases = supportedBy(rows, organisation_id)
  const salesOf = await readSales(container, bases, year)
  const [names, pairs] = [await readNames(container, bases), await readPairs(container, bases)]
  return {
    total: salesOf(null, null),
    bases: bases.map(({ region_code, producer_ids, product_ids, supports, ...base }) => ({
      ...base, region: { code: region_code, name: names.regions.get(region_code)!, county: names.regions.get(region_code.slice(0, 6))! }, producers: producer_ids.map((id) => ({ id, name: names.producers.get(id) ?? "" })),
      products: product_ids.map((id) => ({ id, title: names.products.get(id)?.title ?? "商品已下架", handle: names.products.get(id)?.handle ?? "" })),
      supports: supports.map((support, place) => ({ ...support, name: names.organisations.get(support.organisation_id) ?? "", ...salesOf(base.id, place) })),
      pairs: pairs.filter(({ helped_code, payers }) => regionContains(helped_code, region_code) && supports.some((support) => payers.includes(support.organisation_id))).map(({ id, name }) => ({ id, name })),
      ...salesOf(base.id, null),
    })),
  }
}

/** How many bases a unit supported in a year, and the sum of what it paid for their goods. */
export async function showBaseFigures(container: MedusaContainer, rows: BaseRow[], year: number, organisation_id: string): Promise<BaseSales & { bases: number }> {
  const bases = supportedBy(rows, organisation_id).filter((base) => base.supports.some((support) => countedDays(base, support, year) !== null))
  return { bases: bases.length, ...(await readSales(container, bases, year))(null, null) }
}

const supportedBy = (rows: BaseRow[], organisation_id: string | undefined): BaseRow[] =>
  organisation_id === undefined ? rows : rows.map((row) => ({ ...row, supports: row.supports.filter((support) => support.organisation_id === organisation_id) }))

async function readSales(container: MedusaContainer, bases: BaseRow[], year: number): Promise<(base_id: string | null, support: number | null) => BaseSales> {
  const scopes = bases.flatMap((base) => base.supports.flatMap((support, place) => {
    const days = countedDays(base, support, year)
    return days === null ? [] : [{ base_id: base.id, support: place, organisation_id: support.organisation_id, product_ids: [...base.product_ids], producer_ids: [...base.producer_ids], from: startOf(days.from), to: new Date(startOf(days.to).getTime() + 86_400_000) }]
  }))
  const credits = await spendingOf(container).readCredits(unique(scopes.map(({ organisation_id }) => organisation_id)))
  const sales = await readBaseSales(container, scopes, credits)
  return (base_id, support) => {
    const { paid_fen = 0, households = 0 } = sales.find((row) => row.base_id === base_id && row.support === support) ?? {}
    return { paid_fen, households }
  }
}

const startOf = (day: string) => new Date(`${day}T00:00:00+08:00`)

async function readNames(container: MedusaContainer, bases: BaseRow[]) {
  const ids = { organisations: bases.flatMap(({ supports }) => supports.map(({ organisation_id }) => organisation_id)), producers: bases.flatMap(({ producer_ids }) => producer_ids), products: bases.flatMap(({ product_ids }) => product_ids) }
  const products = await graph<{ id: string; title: string; handle: string }>(container, "product", ["id", "title", "handle"], { id: unique(ids.products) })
  const producers = await graph<{ id: string; name: string }>(container, "producer", ["id", "name"], { id: unique(ids.producers) })
  const organisations = await readOrganisations(container, { id: unique(ids.organisations) })
  return {
    regions: await readRegionNames(container, unique(bases.flatMap(({ region_code }) => [region_code, region_code.slice(0, 6)]))), products: new Map(products.map((one) => [one.id, one])),
    producers: new Map(producers.map(({ id, name }) => [id, name])), organisations: new Map(organisations.map(({ id, name }) => [id, name])),
  }
}

/** Pairs in force with the organisations that pay for them and where they help. */
async function readPairs(container: MedusaContainer, bases: BaseRow[]) {
  const organisations = await readOrganisations(container, { id: unique(bases.flatMap(({ supports }) => supports.map(({ organisation_id }) => organisation_id))) })
  const pairs = (await pairingOf(container).readPairs()).filter(({ ended_on }) => ended_on === null)
  const names = await readRegionNames(container, unique(pairs.map(({ helped_code }) => helped_code)))
  return pairs.map((pair) => ({ id: pair.id, helped_code: pair.helped_code, name: names.get(pair.helped_code)!, payers: payersOf(pair, organisations).map(({ id }) => id) }))
}

/** What everybody may know of the confirmed bases that grow a product for whoever sells it now. */
export async function showPublicBases(container: MedusaContainer, product_id: string, now: Date): Promise<PublicBase[]> {
  const seller = (await readSellers(container, [product_id], now)).get(product_id)
  const today = businessDay(now)
  const rows = (await pairingOf(container).readBases({ product_id })).filter(({ state, since, producer_ids }) => state === "confirmed" && since <= today && seller !== undefined && producer_ids.includes(seller.id))
  const names = await readRegionNames(container, unique(rows.map(({ region_code }) => region_code)))
  const organisations = new Map((await readOrganisations(container, { id: unique(rows.flatMap((row) => supportersOn(row, today))) })).map(({ id, name }) => [id, name]))
  return rows.map((row) => ({ name: row.name, place: names.get(row.region_code)!, sign_number: row.sign_number, supporters: unique(supportersOn(row, today)).map((id) => organisations.get(id)!) }))
}

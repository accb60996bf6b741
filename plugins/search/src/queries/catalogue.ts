import { summarizeLinkageWorkflow } from "@fupin/benefit/workflows"
import { fenFromYuan } from "@fupin/contract/money"
import type { Catalogue, CatalogueProduct, CatalogueQuery } from "@fupin/contract/schemas"
import { publicName } from "@fupin/provenance/domain/profile"
import { readConsentedNames } from "@fupin/provenance/queries/consented"
import type { MedusaContainer, SearchTypes } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, getVariantAvailability, Modules } from "@medusajs/framework/utils"
import { filtersOf, orderOf } from "../domain/catalogue-search"
import { queryTerms } from "../domain/words"
import { graphOf, readRows } from "../medusa"
import { cut } from "../segment"
import { type Goods, pathOf, readGoods, readPlaces } from "./goods"

const NOTHING: Catalogue = { products: [], count: 0, facets: { categories: [], regions: [] } }

/** A page of products as of `now`, in a number of queries that does not grow with the page. */
export async function getCatalogue(container: MedusaContainer, query: CatalogueQuery, salesChannelIds: string[], now: Date): Promise<Catalogue> {
  const terms = query.q ? queryTerms(query.q, cut) : []
  if (query.q && terms.length === 0) return NOTHING
  const found = await container.resolve(Modules.SEARCH).search({
    entity: "catalogue",
    fields: ["id"],
    filters: filtersOf(query, salesChannelIds, terms),
    pagination: { skip: query.offset, take: query.limit, order: orderOf(query.sort, terms.length > 0) },
    search_options: { match_strategy: "last", include_score: true, count: "exact", facets: [{ field: "categories", limit: 200 }, { field: "county", limit: 500 }] },
  })
  const ids = found.hits.map(({ id }) => id)
  const counties = valuesOf(found.facets?.county)
  const [goods, linkages, stocked, categories, places] = await gather(container, ids, salesChannelIds, { now, handles: valuesOf(found.facets?.categories).map(({ value }) => value), codes: counties.map(({ value }) => value) })
  const card = (one: Goods) => cardOf(one, places, linkages[one.product.id]?.households ?? 0, stocked.has(one.offer!.id))
  const byId = new Map(goods.filter(({ offer }) => offer !== null).map((one) => [one.product.id, one]))
  return {
    products: ids.flatMap((id) => byId.get(id) ?? []).map(card),
    count: found.metadata.count ?? 0,
    facets: {
      categories: valuesOf(found.facets?.categories).map(({ value, count }) => ({ handle: value, name: categories.get(value) ?? value, count })),
      regions: counties.map(({ value, count }) => ({ code: value, name: places.get(value) ?? value, count })),
    },
  }
}

interface Wanted {
  now: Date
  handles: string[]
  codes: string[]
}

/** Everything a page shows beside what the index says, read side by side. */
async function gather(container: MedusaContainer, ids: string[], salesChannelIds: string[], { now, handles, codes }: Wanted) {
  const query = graphOf(container)
  const read = await readGoods(query, ids, now)
  const nameOf = await readConsentedNames(container, read.flatMap(({ profile }) => profile?.producer ?? []))
  const goods = read.map((one) => (one.profile ? { ...one, profile: { ...one.profile, producer: { ...one.profile.producer, public_name: nameOf(one.profile.producer) } } } : one))
  const origins = goods.flatMap(({ profile }) => (profile ? [profile.origin_code, profile.producer.region_code] : []))
  const [linkages, stocked, categories, places] = await Promise.all([
    summarizeLinkageWorkflow(container).run({ input: { product_ids: ids } }),
    readStocked(container, goods, salesChannelIds[0]!),
    readRows<{ handle: string; name: string }>(query, "product_category", ["handle", "name"], { handle: handles }),
    readPlaces(query, [...origins, ...codes]),
  ])
  return [goods, linkages.result, stocked, new Map(categories.map(({ handle, name }) => [handle, name])), places] as const
}

/** Which offers can be bought now. */
async function readStocked(container: MedusaContainer, goods: Goods[], salesChannelId: string): Promise<Set<string>> {
  const offers = goods.flatMap(({ offer }) => offer ?? [])
  const counted = offers.filter(({ manage_inventory, allow_backorder }) => manage_inventory && !allow_backorder)
  const availability = counted.length === 0 ? {} : await getVariantAvailability(container.resolve(ContainerRegistrationKeys.QUERY), {
    variant_ids: counted.map(({ id }) => id), sales_channel_id: salesChannelId,
  })
  const free = offers.filter((offer) => !counted.includes(offer))
  return new Set([...free.map(({ id }) => id), ...Object.entries(availability).filter(([, held]) => (held.availability ?? 0) > 0).map(([id]) => id)])
}

function cardOf({ product, profile, badge, offer }: Goods, places: Map<string, string>, households: number, in_stock: boolean): CatalogueProduct {
  const { id, handle, title, subtitle, thumbnail } = product
  const producer = profile?.producer
  return {
    id, handle, title, subtitle, thumbnail,
    variant_id: offer!.id,
    specification: offer!.title,
    price_fen: fenFromYuan(offer!.calculated_price!.calculated_amount),
    in_stock,
    origin: profile && { code: profile.origin_code, path: pathOf(profile.origin_code, places) },
    designation: badge && { number: badge.number, valid_to: new Date(badge.valid_to).toISOString() },
    producer: producer ? { id: producer.id, name: publicName(producer, places.get(producer.region_code) ?? ""), kind: producer.kind } : null,
    households,
  }
}

function valuesOf(facet: SearchTypes.SearchFacetResult | undefined): { value: string; count: number }[] {
  return facet && "values" in facet ? facet.values.map(({ value, count }) => ({ value: String(value), count })) : []
}

import type { Catalogue } from "@fupin/contract/schemas"
import { ProductRow } from "@/components/product/shelf"
import { Section } from "@/components/ui"
import { getCatalogue } from "@/lib/api"
import { regionHref } from "@/lib/links"

const SHELVES = 4

/** One shelf for each of the places with the most goods. */
export async function RegionShelves({ regions }: { regions: Catalogue["facets"]["regions"] }) {
  const chosen = [...regions].sort((a, b) => b.count - a.count).slice(0, SHELVES)
  const shelves = await Promise.all(chosen.map(async (region) => ({ ...region, ...(await getCatalogue({ region: region.code, limit: 4 })) })))
  return shelves.filter(({ products }) => products.length > 0).map(({ code, name, count, products }) => (
    <Section key={code} title={name} lead={products[0]?.origin?.path[0] === name ? undefined : products[0]?.origin?.path[0]} more={{ href: regionHref(code), name: `${name}的 ${count} 件好物` }} className="py-7! md:py-9!">
      <ProductRow products={products} label={`${name}的好物`} />
    </Section>
  ))
}

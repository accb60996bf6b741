import type { CatalogueProduct } from "@fupin/contract/schemas"

/** At most `count` products from as many counties as there are, taken evenly from the whole list so that it is not all tea. */
export function pickVaried(products: readonly CatalogueProduct[], count: number): CatalogueProduct[] {
  const seen = new Set<string>()
  const firsts = products.filter(({ origin, id }) => {
    const county = origin?.code.slice(0, 6) ?? id
    return !seen.has(county) && seen.add(county)
  })
  if (firsts.length > count) return Array.from({ length: count }, (_, index) => firsts[Math.floor((index * firsts.length) / count)]!)
  return [...firsts, ...products.filter((product) => !firsts.includes(product))].slice(0, count)
}

const DAY_MS = 86_400_000
const SHANGHAI_MS = 8 * 3_600_000

/** The product of the day: another each day (Asia/Shanghai) of those that can be bought and shown. */
export function pickOfTheDay(products: readonly CatalogueProduct[], now: Date): CatalogueProduct | null {
  const fit = products.filter(({ designation, in_stock, thumbnail }) => designation && in_stock && thumbnail)
  return fit[Math.floor((now.getTime() + SHANGHAI_MS) / DAY_MS) % fit.length] ?? products[0] ?? null
}

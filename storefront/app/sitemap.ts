import type { MetadataRoute } from "next"
import { getCatalogue, getCategories, storefrontUrl } from "@/lib/api"
import { categoryHref, productHref, regionHref } from "@/lib/links"

export const dynamic = "force-dynamic"

const BATCH = 60
const PRODUCTS_MAX = 10_000

export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const [first, categories] = await Promise.all([getCatalogue({ limit: BATCH, sort: "newest" }), getCategories()])
  const handles = first.products.map(({ handle }) => handle)
  for (let offset = BATCH; offset < Math.min(first.count, PRODUCTS_MAX); offset += BATCH) {
    handles.push(...(await getCatalogue({ limit: BATCH, offset, sort: "newest" })).products.map(({ handle }) => handle))
  }
  const paths = [
    "/", "/products", "/regions", "/impact", "/verify",
    ...categories.map(({ handle }) => categoryHref(handle)),
    ...first.facets.regions.map(({ code }) => regionHref(code)),
    ...handles.map(productHref),
  ]
  return paths.map((path) => ({ url: `${storefrontUrl()}${path}` }))
}

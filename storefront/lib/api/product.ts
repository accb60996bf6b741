import "server-only"
import { fenFromYuan } from "@fupin/contract/money"
import { z } from "zod"
import { temperatureName } from "@/lib/words"
import { memo } from "./memo"
import { request } from "./request"

/** What we read of core's product. */
const CoreProduct = z.object({
  id: z.string(),
  handle: z.string(),
  title: z.string(),
  subtitle: z.string().nullable(),
  description: z.string().nullable(),
  thumbnail: z.string().nullable(),
  images: z.array(z.object({ url: z.string() })).nullish(),
  categories: z.array(z.object({ handle: z.string(), name: z.string() })).nullish(),
  metadata: z.record(z.string(), z.unknown()).nullish(),
  variants: z.array(z.object({
    id: z.string(),
    title: z.string().nullable(),
    calculated_price: z.object({ calculated_amount: z.number().nullable() }).nullish(),
    manage_inventory: z.boolean().nullish(),
    allow_backorder: z.boolean().nullish(),
    inventory_quantity: z.number().nullish(),
  })),
})
type CoreProduct = z.infer<typeof CoreProduct>

export interface ProductVariant {
  id: string
  specification: string
  price_fen: number
  /** How many can be had now; null when nobody counts. */
  available: number | null
}

export interface Product {
  id: string
  handle: string
  title: string
  subtitle: string | null
  description: string | null
  pictures: string[]
  categories: { handle: string; name: string }[]
  /** 品种、海拔、储存…, as staff wrote them. */
  facts: [name: string, value: string][]
  /** Those that have a price. */
  variants: ProductVariant[]
}

const FIELDS =
  "id,handle,title,subtitle,description,metadata,thumbnail,images.url,*categories,variants.id,variants.title," +
  "variants.manage_inventory,variants.allow_backorder,*variants.calculated_price,+variants.inventory_quantity"

/** The product with that handle, Chinese ones too; null when there is none. */
export async function getProduct(handle: string): Promise<Product | null> {
  const answer = await request("/store/products", z.object({ products: z.array(CoreProduct) }), {
    query: { handle, region_id: await regionId(), fields: FIELDS, limit: 1 },
  })
  const product = answer.products[0]
  return product ? readProduct(product) : null
}

function readProduct({ thumbnail, images, categories, variants, metadata, ...product }: CoreProduct): Product {
  const pictures = [...new Set([thumbnail, ...(images ?? []).map(({ url }) => url)])].filter((url) => url !== null)
  return { ...product, pictures, categories: categories ?? [], facts: readFacts(metadata ?? {}), variants: variants.flatMap(readVariant) }
}

/** Metadata is free for staff to write; what is no text is left out. */
function readFacts({ facts, temperature }: Record<string, unknown>): Product["facts"] {
  const written = typeof facts === "object" && facts !== null ? Object.entries(facts) : []
  const kept = written.filter((fact): fact is [string, string] => typeof fact[1] === "string")
  return typeof temperature === "string" ? [...kept, ["配送", temperatureName(temperature)]] : kept
}

function readVariant(variant: CoreProduct["variants"][number]): ProductVariant[] {
  const yuan = variant.calculated_price?.calculated_amount
  if (yuan === null || yuan === undefined) return []
  const isCounted = variant.manage_inventory === true && variant.allow_backorder !== true
  return [{ id: variant.id, specification: variant.title ?? "", price_fen: fenFromYuan(yuan), available: isCounted ? Math.max(0, variant.inventory_quantity ?? 0) : null }]
}

/** Core prices by sales region; there is one, in yuan. */
const regionId = memo(5 * 60_000, async () => {
  const { regions } = await request("/store/regions", z.object({ regions: z.array(z.object({ id: z.string(), currency_code: z.string() })) }))
  const region = regions.find(({ currency_code }) => currency_code === "cny")
  if (!region) throw new Error("The backend has no region priced in yuan; run the seed")
  return region.id
})

import { createCollectionsWorkflow, createProductCategoriesWorkflow, createProductsWorkflow } from "@medusajs/medusa/core-flows"
import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules, ProductStatus } from "@medusajs/framework/utils"
import { type ProductSeed, readData, readProducts, skuOf } from "../lib/data"
import type { OpenStore } from "./store"

export interface Shelf {
  /** Product id by handle. */
  products: Record<string, string>
  /** Variant ids by handle, in the order of the data. */
  variants: Record<string, string[]>
}

/** Categories, collections and products with their pictures; `pictures` gives each handle's addresses, the first for the card. */
export async function importProducts(container: MedusaContainer, store: OpenStore, pictures: Record<string, string[]>): Promise<Shelf> {
  const categories = await importCategories(container, pictures)
  const collections = await importCollections(container)
  const seeds = readProducts()
  const product = container.resolve(Modules.PRODUCT)
  const held = await product.listProducts({ handle: seeds.map(({ handle }) => handle) }, { select: ["id", "handle"], take: null })
  const missing = seeds.filter(({ handle }) => !held.some((one) => one.handle === handle))
  if (missing.length > 0) {
    await createProductsWorkflow(container).run({ input: { products: missing.map((seed) => ({
      ...describe(seed), thumbnail: pictures[seed.handle]?.[0], images: (pictures[seed.handle] ?? []).map((url) => ({ url })),
      category_ids: [categories[seed.category]!], ...(seed.collection ? { collection_id: collections[seed.collection] } : {}),
      shipping_profile_id: store.shipping_profile_id, sales_channels: [{ id: store.sales_channel_id }],
    })) } })
  }
  return readShelf(container, seeds)
}

function describe(seed: ProductSeed) {
  const { handle, title, subtitle, description, temperature, facts, season } = seed
  return {
    handle, title, subtitle, description, status: ProductStatus.PUBLISHED, origin_country: "cn", metadata: { temperature, facts, ...(season ? { season } : {}) },
    options: [{ title: "规格", values: seed.variants.map(([name]) => name) }],
    variants: seed.variants.map(([name, grams, yuan], index) => ({
      title: name, sku: skuOf(handle, index), options: { 规格: name }, manage_inventory: true, weight: grams, variant_rank: index, prices: [{ currency_code: "cny", amount: yuan }],
    })),
  }
}

async function importCategories(container: MedusaContainer, pictures: Record<string, string[]>): Promise<Record<string, string>> {
  const seeds = readData<{ handle: string; name: string; description: string; papers?: string[] }[]>("categories.json")
  const product = container.resolve(Modules.PRODUCT)
  const held = await product.listProductCategories({ handle: seeds.map(({ handle }) => handle) })
  const missing = seeds.flatMap(({ papers, ...seed }, rank) => (held.some(({ handle }) => handle === seed.handle) ? [] : [{ ...seed, rank, is_active: true, metadata: { picture: pictures[`category-${seed.handle}`]?.[0] ?? null, ...(papers ? { papers } : {}) } }]))
  if (missing.length > 0) await createProductCategoriesWorkflow(container).run({ input: { product_categories: missing } })
  const all = await product.listProductCategories({ handle: seeds.map(({ handle }) => handle) })
  return Object.fromEntries(all.map(({ handle, id }) => [handle, id]))
}

async function importCollections(container: MedusaContainer): Promise<Record<string, string>> {
  const seeds = readData<{ handle: string; title: string }[]>("collections.json")
  const product = container.resolve(Modules.PRODUCT)
  const held = await product.listProductCollections({ handle: seeds.map(({ handle }) => handle) })
  const missing = seeds.filter(({ handle }) => !held.some((one) => one.handle === handle))
  if (missing.length > 0) await createCollectionsWorkflow(container).run({ input: { collections: missing } })
  const all = await product.listProductCollections({ handle: seeds.map(({ handle }) => handle) })
  return Object.fromEntries(all.map(({ handle, id }) => [handle!, id]))
}

async function readShelf(container: MedusaContainer, seeds: ProductSeed[]): Promise<Shelf> {
  const product = container.resolve(Modules.PRODUCT)
  const held = await product.listProducts({ handle: seeds.map(({ handle }) => handle) }, { select: ["id", "handle"], relations: ["variants"], take: null })
  const ids = new Map(held.flatMap(({ variants }) => variants.map(({ sku, id }) => [sku, id])))
  return {
    products: Object.fromEntries(held.map(({ handle, id }) => [handle, id])),
    variants: Object.fromEntries(seeds.map(({ handle, variants }) => [handle, variants.map((_variant, index) => ids.get(skuOf(handle, index))!)])),
  }
}

import "server-only"
import { z } from "zod"
import { memo } from "./memo"
import { request } from "./request"

const Categories = z.object({ product_categories: z.array(z.object({ handle: z.string(), name: z.string(), description: z.string().nullish(), metadata: z.record(z.string(), z.unknown()).nullish() })) })

export interface Category {
  handle: string
  name: string
  description: string | null
  picture: string | null
}

/** Every category that is shown, in the order staff gave them. */
export const getCategories = memo(60_000, async (): Promise<Category[]> => {
  const { product_categories } = await request("/store/product-categories", Categories, { query: { fields: "handle,name,description,metadata", limit: 200 } })
  return product_categories.map(({ handle, name, description, metadata }) => ({
    handle, name, description: description || null, picture: typeof metadata?.picture === "string" ? metadata.picture : null,
  }))
})

/** A category by its handle, or null. */
export async function getCategory(handle: string) {
  return (await getCategories()).find((category) => category.handle === handle) ?? null
}

import "server-only"
import { z } from "zod"
import { memo } from "./memo"
import { request } from "./request"

const Categories = z.object({ product_categories: z.array(z.object({ handle: z.string(), name: z.string(), description: z.string().nullish() })) })

/** Every category that is shown, in the order staff gave them. */
export const getCategories = memo(60_000, async () => {
  const { product_categories } = await request("/store/product-categories", Categories, { query: { fields: "handle,name,description", limit: 200 } })
  return product_categories
})

/** A category by its handle, or null. */
export async function getCategory(handle: string) {
  return (await getCategories()).find((category) => category.handle === handle) ?? null
}

import { z } from "zod"
import { FenAmount, RegionCode } from "./common.js"
import { ProducerKind } from "./provenance.js"

/** `GET /store/catalogue` */
export const CatalogueQuery = z.strictObject({
  q: z.string().trim().max(80).optional(),
  category: z.string().max(120).optional(),
  region: RegionCode.optional(),
  producer: z.string().max(64).optional(),
  sort: z.enum(["recommended", "newest", "price_asc", "price_desc"]).default("recommended"),
  offset: z.coerce.number().int().min(0).max(10_000).default(0),
  limit: z.coerce.number().int().min(1).max(60).default(24),
})
export type CatalogueQuery = z.infer<typeof CatalogueQuery>

/** What a product card shows. `designation` is null unless it is valid at this moment. */
export const CatalogueProduct = z.object({
  id: z.string(),
  handle: z.string(),
  title: z.string(),
  subtitle: z.string().nullable(),
  thumbnail: z.string().nullable(),
  variant_id: z.string(),
  specification: z.string(),
  price_fen: FenAmount,
  in_stock: z.boolean(),
  origin: z.object({ code: z.string(), path: z.array(z.string()) }).nullable(),
  designation: z.object({ number: z.string(), valid_to: z.string() }).nullable(),
  producer: z.object({ id: z.string(), name: z.string(), kind: ProducerKind }).nullable(),
  households: z.number().int(),
})
export type CatalogueProduct = z.infer<typeof CatalogueProduct>

export const Catalogue = z.object({
  products: z.array(CatalogueProduct),
  count: z.number().int(),
  facets: z.object({
    categories: z.array(z.object({ handle: z.string(), name: z.string(), count: z.number().int() })),
    regions: z.array(z.object({ code: z.string(), name: z.string(), count: z.number().int() })),
  }),
})
export type Catalogue = z.infer<typeof Catalogue>

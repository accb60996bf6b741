import { z } from "zod"

/** 经营主体 kinds (R25). */
export const ProducerKind = z.enum(["enterprise", "cooperative", "family_farm", "workshop", "collective", "household"])
export type ProducerKind = z.infer<typeof ProducerKind>

/** `GET /store/provenance/products/:id` */
export const ProductProvenance = z.object({
  product_id: z.string(),
  designation: z.object({ number: z.string(), status: z.string(), valid_to: z.string() }).nullable(),
  origin: z.object({ code: z.string(), path: z.array(z.string()), flags: z.array(z.string()) }),
  producer: z.object({ id: z.string(), name: z.string(), kind: ProducerKind }),
  certificates: z.array(z.object({ kind: z.string(), number: z.string(), issuer: z.string(), valid_to: z.string().nullable() })),
  linkage: z.object({ kinds: z.array(z.string()), households: z.number().int() }),
})
export type ProductProvenance = z.infer<typeof ProductProvenance>

/** `GET /store/divisions?parent=500000`: children of a division; without `parent`, the provinces. */
export const Division = z.object({ code: z.string(), name: z.string(), level: z.enum(["province", "city", "county", "township", "village"]) })
export type Division = z.infer<typeof Division>

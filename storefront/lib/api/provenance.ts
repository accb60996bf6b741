import "server-only"
import { ProductProvenance, PublicBase, VerifiedNumber } from "@fupin/contract/schemas"
import { z } from "zod"
import { request, requestOrNull } from "./request"

/** Where a product is from, who certified it, whom it helps; null when nobody has recorded it yet. Never kept: a badge must be true now. */
export function getProvenance(productId: string): Promise<ProductProvenance | null> {
  return requestOrNull(`/store/provenance/products/${encodeURIComponent(productId)}`, ProductProvenance)
}

/** What a number on a pack or paper stands for; null when we know none. */
export function getVerifiedNumber(number: string): Promise<VerifiedNumber | null> {
  return requestOrNull(`/store/verify/${encodeURIComponent(number)}`, VerifiedNumber)
}

/** The confirmed bases (直采直供基地) that grow a product. */
export async function getSupplyBases(product_id: string): Promise<PublicBase[]> {
  return (await request("/store/supply-bases", z.object({ bases: z.array(PublicBase) }), { query: { product_id } })).bases
}

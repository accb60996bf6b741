import "server-only"
import { ProductProvenance, VerifiedNumber } from "@fupin/contract/schemas"
import { requestOrNull } from "./request"

/** Where a product is from, who certified it, whom it helps; null when nobody has recorded it yet. Never kept: a badge must be true now. */
export function getProvenance(productId: string): Promise<ProductProvenance | null> {
  return requestOrNull(`/store/provenance/products/${encodeURIComponent(productId)}`, ProductProvenance)
}

/** What a number on a pack or paper stands for; null when we know none. */
export function getVerifiedNumber(number: string): Promise<VerifiedNumber | null> {
  return requestOrNull(`/store/verify/${encodeURIComponent(number)}`, VerifiedNumber)
}

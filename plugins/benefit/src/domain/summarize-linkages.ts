import { coversMoment, type LinkageInForce, linkagesInForce, mostSpecificRule } from "./linkage"

export interface LinkageSummary {
  kinds: string[]
  households: number
}

/** Which kinds of shares, at `at`, some variant of a product falls under, and how many beneficiaries have a part in them. */
export function summarizeLinkages(product: { product_id: string; variant_ids: string[]; producer_id: string | null }, linkages: readonly LinkageInForce[], at: Date): LinkageSummary {
  if (product.producer_id === null) return { kinds: [], households: 0 }
  const kinds = new Set<string>()
  const beneficiaries = new Set<string>()
  for (const linkage of linkagesInForce(linkages, product.producer_id, at)) {
    const rules = product.variant_ids.flatMap((variant_id) => mostSpecificRule(linkage.rules, product.product_id, variant_id) ?? [])
    if (rules.length === 0) continue
    for (const { share } of rules) kinds.add(share.kind)
    for (const { beneficiary_id, from, to } of linkage.members) if (coversMoment(from, to, at)) beneficiaries.add(beneficiary_id)
  }
  return { kinds: [...kinds].sort(), households: beneficiaries.size }
}

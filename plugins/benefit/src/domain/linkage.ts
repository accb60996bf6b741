/** What a rule of a linkage agreement speaks of; the more specific one wins (R56). */
export type RuleTarget = { kind: "all" } | { kind: "product"; id: string } | { kind: "variant"; id: string }

/** How much of a line reaches the households (R55–R57). `bp`: 1/10,000 of the base; money in fen. */
export type ShareRule =
  | { kind: "direct_sale"; fee_bp: number }
  | { kind: "revenue_share"; bp: number }
  | { kind: "profit_share"; bp: number; unit_cost_fen: number }
  | { kind: "per_unit"; fen: number }

export interface LinkageRule {
  target: RuleTarget
  share: ShareRule
  /** Base units (kg, pieces) in one item sold, for `per_unit` and the cost of `profit_share`; 1 when absent. */
  units_per_item?: number
}

export interface LinkageMember {
  /** A row of `household`, of kind household or collective. */
  beneficiary_id: string
  /** A positive whole number; shares are proportional to it. */
  weight: number
  from: Date
  /** The first moment outside; null while it lasts. */
  to: Date | null
}

/** 利益联结: an approved version of an agreement between a producer and a group of beneficiaries. */
export interface LinkageInForce {
  version_id: string
  agreement_id: string
  producer_id: string
  /** 经营性收入; wages and rent never come from sales. */
  category: "operating"
  valid_from: Date
  /** The first moment it no longer binds; null while it lasts. */
  valid_to: Date | null
  rules: LinkageRule[]
  members: LinkageMember[]
}

/** Whether `at` lies in [from, to). */
export function coversMoment(from: Date, to: Date | null, at: Date): boolean {
  return from <= at && (to === null || at < to)
}

/**
 * The versions that bind a sale of `producerId` at the moment `at`: one per agreement and category.
 * Where two versions overlap the later one wins.
 */
export function linkagesInForce(linkages: readonly LinkageInForce[], producerId: string, at: Date): LinkageInForce[] {
  const latest = new Map<string, LinkageInForce>()
  for (const linkage of linkages) {
    if (linkage.producer_id !== producerId || !coversMoment(linkage.valid_from, linkage.valid_to, at)) continue
    const key = `${linkage.agreement_id}:${linkage.category}`
    const held = latest.get(key)
    if (!held || held.valid_from < linkage.valid_from) latest.set(key, linkage)
  }
  return [...latest.values()].sort((a, b) => (a.version_id < b.version_id ? -1 : 1))
}

const SPECIFICITY = { variant: 2, product: 1, all: 0 } as const

/** The most specific rule that speaks of this product and variant, or null. */
export function mostSpecificRule(rules: readonly LinkageRule[], productId: string | null, variantId: string | null): LinkageRule | null {
  const speaking = rules.filter(({ target }) =>
    target.kind === "all" || (target.kind === "product" && target.id === productId) || (target.kind === "variant" && target.id === variantId))
  return speaking.reduce<LinkageRule | null>((best, rule) =>
    (best === null || SPECIFICITY[rule.target.kind] > SPECIFICITY[best.target.kind] ? rule : best), null)
}

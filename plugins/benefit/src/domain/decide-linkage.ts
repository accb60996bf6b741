import { type Decision, no, yes } from "@fupin/contract/codes"
import { coversMoment, type LinkageRule, mostSpecificRule, type ShareRule } from "./linkage"

/** A version as the approver weighs it against the others of the same producer. */
export interface WeighedVersion {
  agreement_id: string
  category: string
  valid_from: Date
  valid_to: Date | null
  rules: LinkageRule[]
}

/** Something the producer sells: its lowest price without tax in fen, null when it has none yet. */
export interface WeighedGoods {
  product_id: string
  variant_id: string
  price_fen: number | null
}

interface Members {
  members: { beneficiary_id: string; from: Date; to: Date | null }[]
}

const WHOLE = 10_000

/** Dates in order and each beneficiary once. Errors: invalid_dates, duplicate_member. */
export function decideTerms(version: { valid_from: Date; valid_to: Date | null } & Members): Decision<true, "invalid_dates" | "duplicate_member"> {
  if (endsBefore(version.valid_from, version.valid_to)) return no("invalid_dates")
  if (version.members.some(({ from, to }) => endsBefore(from, to))) return no("invalid_dates")
  const ids = new Set(version.members.map(({ beneficiary_id }) => beneficiary_id))
  return ids.size === version.members.length ? yes(true) : no("duplicate_member")
}

/**
 * May `version` stand beside the producer's other approved versions? At every moment of its term and for every item on sale,
 * the most specific rule of each agreement and category is taken at its worst; together they may not exceed the base.
 * Error: shares_exceed_base.
 */
export function decideShares(version: WeighedVersion, others: WeighedVersion[], goods: WeighedGoods[]): Decision<true, "shares_exceed_base"> {
  const rivals = others.filter((other) => other.agreement_id !== version.agreement_id || other.category !== version.category)
  const moments = [version, ...rivals].map(({ valid_from }) => valid_from).filter((moment) => isInForce(version, moment))
  const items = [...goods, ...unsoldTargets([version, ...rivals], goods), { product_id: "", variant_id: "", price_fen: null }]
  const exceeds = moments.some((moment) => {
    const inForce = [version, ...rivals.filter((rival) => isInForce(rival, moment))]
    return items.some((item) => inForce.reduce((sum, { rules }) => sum + worstShare(rules, item), 0) > WHOLE)
  })
  return exceeds ? no("shares_exceed_base") : yes(true)
}

function endsBefore(from: Date, to: Date | null): boolean {
  return to !== null && to <= from
}

function isInForce(version: { valid_from: Date; valid_to: Date | null }, moment: Date): boolean {
  return coversMoment(version.valid_from, version.valid_to, moment)
}

/** Rules may name goods that are not on sale yet. */
function unsoldTargets(versions: WeighedVersion[], goods: WeighedGoods[]): WeighedGoods[] {
  const known = new Set(goods.flatMap(({ product_id, variant_id }) => [product_id, variant_id]))
  const targets = versions.flatMap(({ rules }) => rules.map(({ target }) => target))
  return targets.flatMap((target) => {
    if (target.kind === "all" || known.has(target.id)) return []
    return [{ product_id: target.kind === "product" ? target.id : "", variant_id: target.kind === "variant" ? target.id : "", price_fen: null }]
  })
}

/** Basis points of the base that the most specific rule can take of this item. */
function worstShare(rules: LinkageRule[], item: WeighedGoods): number {
  const rule = mostSpecificRule(rules, item.product_id, item.variant_id)
  return rule ? worstOf(rule.share, rule.units_per_item ?? 1, item.price_fen) : 0
}

function worstOf(share: ShareRule, units: number, price_fen: number | null): number {
  switch (share.kind) {
    case "direct_sale": return WHOLE - share.fee_bp
    case "revenue_share": return share.bp
    case "profit_share": return share.bp
    case "per_unit": return price_fen ? Math.ceil((share.fen * units * WHOLE) / price_fen) : 0
  }
}

/** A draft is approved once, by someone other than its author. Errors: already_approved, second_person_required. */
export function decideApproval(version: { created_by: string; approved_at: Date | null }, approver: string): Decision<true, "already_approved" | "second_person_required"> {
  if (version.approved_at !== null) return no("already_approved")
  return version.created_by === approver ? no("second_person_required") : yes(true)
}

/** Which versions end, and when, once `approved` is in force: those of its agreement and category that began no later. */
export function planEnds<V extends WeighedVersion & { id: string }>(approved: V, held: V[]): { id: string; valid_to: Date }[] {
  return held
    .filter((other) => other.id !== approved.id && other.agreement_id === approved.agreement_id && other.category === approved.category)
    .filter((other) => other.valid_from <= approved.valid_from && (other.valid_to === null || other.valid_to > approved.valid_from))
    .map(({ id }) => ({ id, valid_to: approved.valid_from }))
}

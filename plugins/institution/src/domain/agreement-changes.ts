import { isDeepStrictEqual } from "node:util"
import type { AgreementChange } from "@fupin/contract/schemas"
import type { NegotiatedLine, Terms } from "./negotiation"

/** What the terms say now of that which a change is about, as the change that would change nothing; null where its product is no longer in them. */
export function asItStands(terms: Terms, change: AgreementChange): AgreementChange | null {
  switch (change.kind) {
    case "days": return { kind: "days", weekdays: terms.weekdays.toSorted(), lead_time_days: terms.lead_time_days }
    case "term": return { kind: "term", valid_from: terms.valid_from, valid_to: terms.valid_to }
    default: {
      const line = terms.lines.find(({ variant_id }) => variant_id === change.variant_id)
      return line ? aspectOf(line, change.kind) : null
    }
  }
}

type LineKind = Exclude<AgreementChange["kind"], "days" | "term">
const LINE_KINDS: LineKind[] = ["price", "price_rule", "quantity", "grade", "substitute", "temperature", "settle_by"]

function aspectOf(line: NegotiatedLine, kind: LineKind): AgreementChange {
  const { variant_id, unit_price_fen, min_quantity, max_quantity, term_min, term_max, price_rule, grade, substitute_variant_id, temperature, settle_by } = line
  switch (kind) {
    case "price": return { kind, variant_id, unit_price_fen }
    case "price_rule": return { kind, variant_id, price_rule }
    case "quantity": return { kind, variant_id, min_quantity, max_quantity, term_min, term_max }
    case "grade": return { kind, variant_id, grade }
    case "substitute": return { kind, variant_id, substitute_variant_id }
    case "temperature": return { kind, variant_id, temperature }
    case "settle_by": return { kind, variant_id, settle_by }
  }
}

/** Whether two changes ask for the same; the order of weekdays does not matter. */
export function isSameChange(one: AgreementChange | null, other: AgreementChange | null): boolean {
  const ordered = (change: AgreementChange | null) => (change?.kind === "days" ? { ...change, weekdays: change.weekdays.toSorted() } : change)
  return isDeepStrictEqual(ordered(one), ordered(other))
}

export type Difference = { before: AgreementChange; after: AgreementChange } | { added: string } | { removed: string }

/** What one version of the terms changed of another, term by term. */
export function differencesOf(from: Terms, to: Terms): Difference[] {
  const whole: AgreementChange[] = [{ kind: "term", valid_from: "", valid_to: "" }, { kind: "days", weekdays: [], lead_time_days: 0 }]
  const kept = from.lines.filter(({ variant_id }) => to.lines.some((line) => line.variant_id === variant_id))
  const subjects = [...whole, ...kept.flatMap((line) => LINE_KINDS.map((kind) => aspectOf(line, kind)))]
  const changed = subjects.flatMap((subject) => {
    const [before, after] = [asItStands(from, subject), asItStands(to, subject)]
    return before && after && !isSameChange(before, after) ? [{ before, after }] : []
  })
  const missing = (lines: NegotiatedLine[], others: NegotiatedLine[]) => lines.map(({ variant_id }) => variant_id).filter((id) => !others.some(({ variant_id }) => variant_id === id))
  return [...changed, ...missing(to.lines, from.lines).map((added) => ({ added })), ...missing(from.lines, to.lines).map((removed) => ({ removed }))]
}

import { type Decision, ERRORS, no, yes } from "@fupin/contract/codes"
import type { AgreementChange, AgreementSide, PriceRule, SettleBy, Temperature } from "@fupin/contract/schemas"
import { asItStands, isSameChange } from "./agreement-changes"

/** As stored; whether a signed one is upcoming, in force or ended follows from the day. */
export type AgreementStage = "draft" | "negotiating" | "signed" | "terminated"

export interface NegotiatedLine {
  variant_id: string
  unit_price_fen: number
  min_quantity: number | null
  max_quantity: number | null
  term_min: number | null
  term_max: number | null
  price_rule: PriceRule
  grade: string
  substitute_variant_id: string | null
  temperature: Temperature
  settle_by: SettleBy
}

export interface Terms<Line extends NegotiatedLine = NegotiatedLine> {
  valid_from: string
  valid_to: string
  weekdays: number[]
  lead_time_days: number
  lines: Line[]
}

export interface Proposal {
  side: AgreementSide
  state: "open" | "accepted" | "declined" | "withdrawn"
  change: AgreementChange
  /** What the terms said of it when it was proposed; null for those of before that was kept. */
  base: AgreementChange | null
}

type ProposeError = "agreement_signed" | "agreement_terminated" | "not_in_agreement" | "term_band_inverted" | "end_before_start" | "substitute_not_in_agreement" | "proposal_open" | "proposal_no_change"

/** What a change is about: one open proposal for each, so that an answer always means the terms that were seen. */
export const subjectOf = (change: AgreementChange): string => ("variant_id" in change ? `${change.kind}:${change.variant_id}` : change.kind)

/** Whether one side may propose this change now; a counter-proposal follows once the first is answered. */
export function decidePropose(stage: AgreementStage, terms: Terms, open: AgreementChange[], change: AgreementChange): Decision<true, ProposeError> {
  const negotiable = decideNegotiable(stage)
  if (!negotiable.ok) return negotiable
  if ("variant_id" in change && !terms.lines.some(({ variant_id }) => variant_id === change.variant_id)) return no("not_in_agreement")
  if (change.kind === "term" && change.valid_to < change.valid_from) return no("end_before_start")
  if (change.kind === "quantity" && (isInverted(change.min_quantity, change.max_quantity) || isInverted(change.term_min, change.term_max))) return no("term_band_inverted")
  if (change.kind === "substitute" && !isSubstitute(terms.lines, change)) return no("substitute_not_in_agreement")
  if (open.some((one) => subjectOf(one) === subjectOf(change))) return no("proposal_open")
  return isSameChange(asItStands(terms, change), change) ? no("proposal_no_change") : yes(true)
}

/** Another line of the same agreement, or none. */
const isSubstitute = (lines: { variant_id: string }[], { variant_id: id, substitute_variant_id: other }: { variant_id: string; substitute_variant_id: string | null }): boolean =>
  other === null || (other !== id && lines.some(({ variant_id }) => variant_id === other))

/** What a variant that is ordered, priced and settled by the kilogram weighs, in grams. */
export const KILOGRAM = 1_000

/** Whether one of these goods is a kilogram where a line is weighed, so that its price is one per kilogram. `weight_grams` null: nobody said. */
export function decideSettleBy(settle_by: SettleBy, { weight_grams, title }: { weight_grams: number | null; title: string }): Decision<true, "weighed_not_per_kilogram"> {
  return settle_by === "count" || weight_grams === KILOGRAM ? yes(true) : no("weighed_not_per_kilogram", `${title}：${ERRORS.weighed_not_per_kilogram}`)
}

type TermsError = "end_before_start" | "duplicate_line" | "term_band_inverted" | "substitute_not_in_agreement"

/** Whether terms can be agreed at all: its term runs forward, each product stands once, bands are upright, and a substitute is another of its lines. */
export function decideTerms(terms: { valid_from: string; valid_to: string; lines: Pick<NegotiatedLine, "variant_id" | "min_quantity" | "max_quantity" | "term_min" | "term_max" | "substitute_variant_id">[] }): Decision<true, TermsError> {
  const ids = terms.lines.map(({ variant_id }) => variant_id)
  if (terms.valid_to < terms.valid_from) return no("end_before_start")
  if (new Set(ids).size !== ids.length) return no("duplicate_line")
  if (terms.lines.some((line) => isInverted(line.min_quantity, line.max_quantity) || isInverted(line.term_min, line.term_max))) return no("term_band_inverted")
  return terms.lines.every((line) => isSubstitute(terms.lines, line)) ? yes(true) : no("substitute_not_in_agreement")
}

const isInverted = (min: number | null, max: number | null): boolean => min !== null && max !== null && max < min

/** Terms are negotiated until they are signed. */
export function decideNegotiable(stage: AgreementStage): Decision<true, "agreement_signed" | "agreement_terminated"> {
  if (stage === "signed") return no("agreement_signed")
  return stage === "terminated" ? no("agreement_terminated") : yes(true)
}

const STATES = { accept: "accepted", decline: "declined", withdraw: "withdrawn" } as const

/** Whether the terms changed since it was proposed: its answer would be to something else than what was seen. */
export const isStale = ({ state, base, change }: Proposal, terms: Terms): boolean => state === "open" && base !== null && !isSameChange(base, asItStands(terms, change))

/** The other side accepts what was proposed of the terms as they still are, or declines; its own side withdraws; once. Errors: proposal_answered, proposal_own, proposal_stale. */
export function decideAnswer(proposal: Proposal, side: AgreementSide, answer: keyof typeof STATES, terms: Terms): Decision<Exclude<Proposal["state"], "open">, "proposal_answered" | "proposal_own" | "proposal_stale"> {
  if (proposal.state !== "open") return no("proposal_answered")
  if ((proposal.side === side) !== (answer === "withdraw")) return no("proposal_own")
  return answer === "accept" && isStale(proposal, terms) ? no("proposal_stale") : yes(STATES[answer])
}

/** The terms with an accepted change in them. */
export function applyChange<Line extends NegotiatedLine>(terms: Terms<Line>, change: AgreementChange): Terms<Line> {
  if (change.kind === "days" || change.kind === "term") {
    const { kind: _kind, ...columns } = change
    return { ...terms, ...columns }
  }
  const { kind: _kind, variant_id, ...columns } = change
  return { ...terms, lines: terms.lines.map((line) => (line.variant_id === variant_id ? { ...line, ...columns } : line)) }
}

/** Whether it can be signed: still negotiable, nothing left open, and the signed paper scanned. */
export function decideSign(stage: AgreementStage, openProposals: number, hasScan: boolean): Decision<true, "agreement_signed" | "agreement_terminated" | "agreement_has_proposals" | "signed_scan_required"> {
  const negotiable = decideNegotiable(stage)
  if (!negotiable.ok) return negotiable
  if (openProposals > 0) return no("agreement_has_proposals")
  return hasScan ? yes(true) : no("signed_scan_required")
}

/** The last day of delivery of an agreement that is terminated; it never lies behind the agreed end. Errors: agreement_not_signed, agreement_terminated, date_in_the_past. */
export function decideTerminate(stage: AgreementStage, agreedTo: string, lastDay: string, today: string): Decision<string, "agreement_not_signed" | "agreement_terminated" | "date_in_the_past"> {
  if (stage === "terminated") return no("agreement_terminated")
  if (stage !== "signed") return no("agreement_not_signed")
  if (lastDay < today) return no("date_in_the_past")
  return yes(lastDay < agreedTo ? lastDay : agreedTo)
}

/** An agreement asks for its renewal this long before it ends. */
export const RENEWAL_DAYS = 30

export type ShownState = "draft" | "negotiating" | "upcoming" | "in_force" | "ended" | "terminated"

/** What people call its state on a day. A terminated one is in force until its last day. */
export function stateOn(stage: AgreementStage, term: { valid_from: string; valid_to: string }, today: string): ShownState {
  if (stage === "draft" || stage === "negotiating") return stage
  if (today > term.valid_to) return stage === "terminated" ? "terminated" : "ended"
  return today < term.valid_from ? "upcoming" : "in_force"
}

import { regionContains } from "@fupin/access/domain/decide-staff"
import { type Decision, no, yes } from "@fupin/contract/codes"
import type { BaseState, BaseStep, BaseSupport } from "@fupin/contract/schemas"

/** Who sells a product now, and where it is from. */
export interface GrownGoods {
  product_id: string
  producer_id: string
  origin_code: string
}

export interface BaseTerms {
  region_code: string
  since: string
  producer_ids: readonly string[]
  product_ids: readonly string[]
  supports: readonly BaseSupport[]
}

type BaseError = "base_goods_of_others" | "base_goods_from_elsewhere" | "base_support_overlaps" | "base_support_outside_term" | "end_before_start"

/**
 * Whether a base (R32) may stand as it is said: its goods are sold by its producers and from where it lies (a product's origin may be told
 * nearer or wider than the base's village), and nobody supports it twice on one day or before it began. `goods` are all goods named, as they are now.
 */
export function decideBase(base: BaseTerms, goods: readonly GrownGoods[]): Decision<BaseTerms, BaseError> {
  const named = base.product_ids.map((id) => goods.find(({ product_id }) => product_id === id))
  if (!named.every((one) => one !== undefined && base.producer_ids.includes(one.producer_id))) return no("base_goods_of_others")
  if (!named.every((one) => isFrom(one!.origin_code, base.region_code))) return no("base_goods_from_elsewhere")
  if (base.supports.some(({ since, until }) => until !== null && until < since)) return no("end_before_start")
  if (base.supports.some(({ since }) => since < base.since)) return no("base_support_outside_term")
  if (base.supports.some((one, place) => base.supports.slice(place + 1).some((other) => overlaps(one, other)))) return no("base_support_overlaps")
  return yes(base)
}

const isFrom = (origin: string, region: string): boolean => regionContains(origin, region) || regionContains(region, origin)

function overlaps(one: BaseSupport, other: BaseSupport): boolean {
  return one.organisation_id === other.organisation_id && (one.until === null || other.since <= one.until) && (other.until === null || one.since <= other.until)
}

const NEXT: Record<BaseState, Partial<Record<BaseStep["step"], BaseState>>> = {
  proposed: { confirm: "confirmed", decline: "declined" }, confirmed: { end: "ended" }, declined: {}, ended: {},
}

/** What a step makes of a base; it ends at the earliest on the day it began and never in days to come. */
export function decideBaseStep(base: { state: BaseState; since: string }, step: BaseStep, today: string): Decision<BaseState, "base_step_closed" | "end_before_start" | "base_end_in_future"> {
  const next = NEXT[base.state][step.step]
  if (!next) return no("base_step_closed")
  if (step.step === "end" && step.on < base.since) return no("end_before_start")
  if (step.step === "end" && step.on > today) return no("base_end_in_future")
  return yes(next)
}

/** Those who support a base on a day, of a base that stands. */
export function supportersOn(base: { state: BaseState; since: string; supports: readonly BaseSupport[] }, day: string): string[] {
  if (base.state !== "confirmed" || day < base.since) return []
  return base.supports.filter(({ since, until }) => since <= day && (until === null || day <= until)).map(({ organisation_id }) => organisation_id)
}

/** The days of a year on which a support counts, first and last; null: none. What was only proposed or was declined counts nowhere. */
export function countedDays(base: { state: BaseState; since: string; ended_on: string | null }, { since, until }: BaseSupport, year: number): { from: string; to: string } | null {
  if (base.state === "proposed" || base.state === "declined") return null
  const from = [since, base.since, `${year}-01-01`].sort().at(-1)!
  const to = [until ?? "9999", base.ended_on ?? "9999", `${year}-12-31`].sort()[0]!
  return from <= to ? { from, to } : null
}

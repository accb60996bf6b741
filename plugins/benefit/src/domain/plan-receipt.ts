import type { BenefitStatus, OrderBenefit } from "@fupin/contract/schemas"
import { type Place, townOf, villageOf } from "./place"

/** Fewer households than this and a village would say who they are. */
const CROWD = 5

export interface Share {
  household_id: string
  amount_fen: number
}

/** What may be needed to show a beneficiary in public. */
export interface PublicHousehold {
  kind: "household" | "collective"
  name: string
  name_consent_on: string | null
  region_code: string
  place: Place
  /** It sells under its own name as a producer, and is known by its village for that. */
  is_producer: boolean
  /** Its code on this one receipt. */
  code: string
}

/**
 * The households of one receipt by the rules “In public”: town; village only where five households of it share the receipt,
 * or for a producer that is a single household; a name only with recorded consent on or before `today`. Collectives are public.
 */
export function planReceipt(shares: Share[], households: ReadonlyMap<string, PublicHousehold>, today: string): OrderBenefit["households"] {
  const shown = shares.filter(({ amount_fen }) => amount_fen > 0).map((share) => ({ ...share, household: households.get(share.household_id)! }))
  const crowd = new Map<string, number>()
  for (const { household } of shown) if (household.kind === "household") crowd.set(household.region_code, (crowd.get(household.region_code) ?? 0) + 1)
  return shown
    .map(({ household, amount_fen }) => ({
      code: household.code,
      display_name: isNamed(household, today) ? household.name : null,
      place: showsVillage(household, crowd) ? villageOf(household.place) : townOf(household.place),
      amount_fen,
    }))
    .sort((a, b) => b.amount_fen - a.amount_fen || (a.code < b.code ? -1 : 1))
}

function isNamed({ kind, name_consent_on }: PublicHousehold, today: string): boolean {
  return kind === "collective" || (name_consent_on !== null && name_consent_on <= today)
}

function showsVillage({ kind, is_producer, region_code }: PublicHousehold, crowd: ReadonlyMap<string, number>): boolean {
  return kind === "collective" || is_producer || (crowd.get(region_code) ?? 0) >= CROWD
}

/** What an order's households hold at each stage, and whether anything was ever posted. */
export interface Stages {
  posted: boolean
  provisional_fen: number
  payable_fen: number
  settled_fen: number
}

/** What one household, or suspense, holds of an order at one stage. */
export interface Held {
  household_id: string | null
  account: "provisional" | "payable" | "settled"
  amount_fen: number
}

/** An order's stages: what is still to come, still to be paid out, and was paid out and is not owed back since. One household's debt is not another's payment. */
export function stagesOf(held: readonly Held[]): Stages {
  const own = new Map<string | null, Record<Held["account"], number>>()
  for (const { household_id, account, amount_fen } of held) {
    const stages = own.get(household_id) ?? { provisional: 0, payable: 0, settled: 0 }
    own.set(household_id, { ...stages, [account]: stages[account] + amount_fen })
  }
  const sum = (of: (stages: Record<Held["account"], number>) => number) => [...own.values()].reduce((total, stages) => total + Math.max(0, of(stages)), 0)
  return {
    posted: held.length > 0, provisional_fen: sum(({ provisional }) => provisional), payable_fen: sum(({ payable }) => payable),
    settled_fen: sum(({ payable, settled }) => settled + Math.min(0, payable)),
  }
}

/** The stage an order's benefit has reached as a whole: the earliest in which something is left to anybody. */
export function planStatus({ posted, provisional_fen, payable_fen, settled_fen }: Stages): BenefitStatus {
  if (!posted) return "expected"
  if (provisional_fen > 0) return "provisional"
  if (payable_fen > 0) return "payable"
  return settled_fen > 0 ? "settled" : "reversed"
}

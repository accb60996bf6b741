import { type Decision, no, yes } from "@fupin/contract/codes"

/** How many years vouchers are kept from a day on: a rule that may change, and never for what is past. */
export interface RetentionRule {
  from: string
  years: number
}

/** Ten years after the end of the year of the last entry. */
export const VOUCHER_RETENTION: readonly RetentionRule[] = [{ from: "0001-01-01", years: 10 }]

/**
 * The last day on which vouchers keep a household's identity: so many years after the end of the year of its last ledger entry
 * (business date), by the rule in force on that day. Without an entry nothing keeps it: the day of the request itself.
 */
export function retentionEnd(last_entry_on: string | null, requested_on: string, rules: readonly RetentionRule[] = VOUCHER_RETENTION): string {
  if (last_entry_on === null) return requested_on
  const rule = [...rules].sort((a, b) => (a.from < b.from ? 1 : -1)).find(({ from }) => from <= last_entry_on)
  return `${Number(last_entry_on.slice(0, 4)) + (rule?.years ?? 0)}-12-31`
}

/** One line of the log of requests. */
export interface ErasureStep {
  request_id: string
  kind: "requested" | "withdrawn" | "refused" | "executed"
  on: string
}

/** The request that waits for its retention to end, or null. */
export function openRequest<Step extends ErasureStep>(steps: readonly Step[]): Step | null {
  const ended = new Set(steps.filter(({ kind }) => kind !== "requested").map(({ request_id }) => request_id))
  return steps.find(({ kind, request_id }) => kind === "requested" && !ended.has(request_id)) ?? null
}

export interface ErasableHousehold {
  kind: "household" | "collective"
  erased_at: Date | null
}

/** May a person of this household ask for erasure? Errors: not_a_person, household_erased, erasure_already_requested. */
export function decideErasureRequest(household: ErasableHousehold, steps: readonly ErasureStep[]): Decision<true, "not_a_person" | "household_erased" | "erasure_already_requested"> {
  if (household.kind === "collective") return no("not_a_person")
  if (household.erased_at !== null) return no("household_erased")
  return openRequest(steps) ? no("erasure_already_requested") : yes(true)
}

/** May the identity be removed on the day `on`? Errors: no_erasure_request, still_member, retention_runs. */
export function decideErasure(
  steps: readonly ErasureStep[], facts: { last_entry_on: string | null; is_member: boolean }, on: string, rules: readonly RetentionRule[] = VOUCHER_RETENTION,
): Decision<{ request_id: string; retention_ends_on: string }, "no_erasure_request" | "still_member" | "retention_runs"> {
  const request = openRequest(steps)
  if (!request) return no("no_erasure_request")
  if (facts.is_member) return no("still_member")
  const retention_ends_on = retentionEnd(facts.last_entry_on, request.on, rules)
  return on > retention_ends_on ? yes({ request_id: request.request_id, retention_ends_on }) : no("retention_runs")
}

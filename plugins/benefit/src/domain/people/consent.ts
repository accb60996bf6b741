import { type Decision, no, yes } from "@fupin/contract/codes"

/** What is held of a household's consent to be named: the open row, if any. */
export interface OpenConsent {
  id: string
  given_on: string
}

export interface ConsentPlan {
  /** The consent that ends today. */
  withdraw: string | null
  /** The day of the new one. */
  give: string | null
}

/** What a saved form changes: absent nothing, null withdraws, another day replaces; the same day again changes nothing. */
export function planConsent(open: OpenConsent | null, wanted: string | null | undefined): ConsentPlan {
  if (wanted === undefined || wanted === (open?.given_on ?? null)) return { withdraw: null, give: null }
  return { withdraw: open?.id ?? null, give: wanted }
}

/** May a consent given on `given_on` be recorded on `today`? Nobody consents in advance, and not while processing is restricted. */
export function decideConsent(given_on: string, today: string, is_restricted: boolean): Decision<true, "invalid_dates" | "household_restricted"> {
  if (is_restricted) return no("household_restricted")
  return given_on > today ? no("invalid_dates", "同意日期不能晚于今天") : yes(true)
}

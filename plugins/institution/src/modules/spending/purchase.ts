import type { PurchaseKind } from "@fupin/contract/schemas"
import type { ContentLine } from "../../domain/spending/content"

/** Something an organisation is about to order. `on` is the business day whose year's budget it takes; amounts in fen. */
export interface Purchase {
  /** Names the purchase for good, e.g. `occurrence:<id>` or `campaign:<id>`: reserving it again changes nothing. */
  key: string
  organisation_id: string
  amount_fen: number
  kind: PurchaseKind
  on: string
  title: string
  /** What is asked for: an approval binds it, and asks anew when it changes. */
  lines: ContentLine[]
  /** Customers who asked for it: they approve nothing of it. Those noted under the key, or under `within`, are added. */
  asked_by?: string[]
  /** The key of what it is part of, e.g. `standing_order:<id>`. */
  within?: string
  /** What it is judged together with, so that splitting gains nothing: the tier is that of the sum. Absent: whatever of its kind passes on the same day. */
  together?: string
  /** Where it goes: an approval binds it like the goods. Absent: that is fixed before it is asked for. */
  goes_to?: string
}

export type Verdict = { ok: true } | { ok: false; code: "budget_exceeded" | "approval_rejected" | "approval_needed"; message: string }

export const occurrenceKey = (id: string): string => `occurrence:${id}`
/** The occurrence that a key names; null when it names something else. */
export const occurrenceOf = (key: string): string | null => (key.startsWith("occurrence:") ? key.slice("occurrence:".length) : null)
/** A place as an approval binds it: whoever takes the goods in there may change. */
export const placeOf = ({ county_code, detail }: { county_code: string; detail: string }): string => `${county_code} ${detail}`
export const standingOrderKey = (id: string): string => `standing_order:${id}`

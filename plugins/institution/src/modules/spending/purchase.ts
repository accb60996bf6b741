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
}

export type Verdict = { ok: true } | { ok: false; code: "budget_exceeded" | "approval_rejected" | "approval_needed"; message: string }

export const occurrenceKey = (id: string): string => `occurrence:${id}`
/** The occurrence that a key names; null when it names something else. */
export const occurrenceOf = (key: string): string | null => (key.startsWith("occurrence:") ? key.slice("occurrence:".length) : null)
export const standingOrderKey = (id: string): string => `standing_order:${id}`

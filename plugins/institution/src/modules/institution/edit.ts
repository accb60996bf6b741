import type { OccurrenceState } from "@fupin/contract/schemas"

/** What a buyer may do to one date. */
export type OccurrenceChange = { skip: string } | { restore: true } | { edits: Record<string, number> }

/** The columns that a change writes. */
export function columnsOf(change: OccurrenceChange): { state?: OccurrenceState; decided_by?: string | null; error?: string | null; edits?: Record<string, number> } {
  if ("skip" in change) return { state: "skipped", decided_by: "person", error: change.skip }
  if ("restore" in change) return { state: "planned", decided_by: null, error: null }
  return { edits: change.edits }
}

import { refusal } from "@fupin/access"
import type { OccurrenceState } from "@fupin/contract/schemas"
import { type Own, setOwn } from "../../domain/own-quantities"

interface Line {
  variant_id: string
  quantity: number
}

/** What a buyer may do to one date; lines are set beside those of the standing order. */
export type OccurrenceChange = { skip: string } | { restore: true } | { lines: Line[]; standing: Line[]; headcount?: number; version?: number; substituted?: Line }

interface Columns extends Partial<Own> {
  state?: OccurrenceState
  decided_by?: string | null
  error?: string | null
  headcount?: number | null
}

/** The columns that a change writes. Error: changed_meanwhile, when somebody else changed the lines since they were shown. */
export function columnsOf(change: OccurrenceChange, held: Own & { version: number }): Columns {
  if ("skip" in change) return { state: "skipped", decided_by: "person", error: change.skip }
  if ("restore" in change) return { state: "planned", decided_by: null, error: null }
  if (change.version !== undefined && change.version !== held.version) throw refusal("conflict", "changed_meanwhile")
  return { ...setOwn(change.standing, held, change.lines), headcount: change.headcount ?? null }
}

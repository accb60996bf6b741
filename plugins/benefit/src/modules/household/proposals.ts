import { ProposedChange, type SuccessionReason } from "@fupin/contract/schemas"

export type Change = ProposedChange

/** A change with nothing left out: what was sealed long ago reads like what is proposed today. */
export function changeOf(input: unknown): Change {
  return ProposedChange.parse(input)
}

/** Who takes the household's place by this change, and why; null when nobody does. */
export function successorOf(change: Change): { id: string; reason: SuccessionReason } | null {
  if (change.kind === "merge") return { id: change.successor_id, reason: "merge" }
  if (change.kind !== "leave" || change.successor_id === null) return null
  return { id: change.successor_id, reason: change.cause === "death" ? "death" : "move" }
}

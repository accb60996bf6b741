import { type Decision, no, yes } from "@fupin/contract/codes"
import type { ProducerInput } from "@fupin/contract/schemas"
import { decideUscc } from "./uscc"

interface HeldProducer {
  id: string
  name: string
  uscc: string | null
  region_code: string
}

/**
 * Which held producer an input means: by id, else by credit code, else by name and region; undefined when it is new.
 * Errors: uscc_required, invalid_uscc, and duplicate_uscc when the code belongs to another.
 */
export function matchProducer<T extends HeldProducer>(held: readonly T[], input: ProducerInput): Decision<T | undefined, "uscc_required" | "invalid_uscc" | "duplicate_uscc"> {
  const uscc = decideUscc(input.kind, input.uscc)
  if (!uscc.ok) return uscc
  const byUscc = input.uscc === null ? undefined : held.find((one) => one.uscc === input.uscc)
  const byId = input.id === undefined ? undefined : held.find((one) => one.id === input.id)
  const byName = held.find((one) => one.name === input.name && one.region_code === input.region_code)
  const match = byId ?? (input.id === undefined ? (byUscc ?? byName) : undefined)
  if (byUscc && byUscc !== match) return no("duplicate_uscc")
  return yes(match)
}

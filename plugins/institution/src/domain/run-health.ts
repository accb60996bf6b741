/** The run comes every hour; half an hour more is no trouble yet. */
const OVERDUE_MINUTES = 90

/** Whether the hourly run is overdue: none ended well for too long, or ever since there is something to run. */
export function isRunOverdue(endedWell: Date | null, since: Date | null, now: Date): boolean {
  const from = endedWell ?? since
  return from !== null && now.getTime() - from.getTime() > OVERDUE_MINUTES * 60_000
}

/** Types of `MedusaError`: what we throw ourselves, with a sentence of ours. */
const OURS = new Set(["invalid_data", "not_found", "not_allowed", "conflict", "duplicate_error", "unexpected_state", "invalid_argument"])

/**
 * What may be kept of an error. A sentence of ours stays; of anything else its kind and code alone, for a database says in its message which
 * values it was given. A workflow throws what its step threw, which need not be an `Error` any more.
 */
export function whatBroke(error: unknown): string {
  if (typeof error !== "object" || error === null) return "unknown"
  const { type, message, name, code } = error as { type?: unknown; message?: unknown; name?: unknown; code?: unknown }
  if (typeof type === "string" && OURS.has(type)) return String(message)
  return [name, code].filter((part) => typeof part === "string" && part !== "").join(" ") || "unknown"
}

interface Ended {
  error: string | null
  failures: readonly { count: number }[]
  gaps: readonly { count: number }[]
}

/** What staff should hear of a run that ended: it broke off, deliveries failed, or some that the calendars name are not there. Null: all is well. */
export function troubleOf({ error, failures, gaps }: Ended): { failed: number; missing: number; sentence: string } | null {
  const [failed, missing] = [sumOf(failures), sumOf(gaps)]
  if (error === null && failed + missing === 0) return null
  const parts = [error === null ? [] : ["中途出错，没有做完"], failed === 0 ? [] : [`${failed} 次配送没有下成单`], missing === 0 ? [] : [`${missing} 次配送没有排期`]].flat()
  return { failed, missing, sentence: parts.join("，") }
}

const sumOf = (parts: readonly { count: number }[]): number => parts.reduce((sum, { count }) => sum + count, 0)

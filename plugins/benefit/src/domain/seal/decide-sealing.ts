const LULL_MS = 1_000
const PATIENCE_MS = 30_000

/** Whether to seal now: in a lull between sales, or when something has waited long enough. Null: nothing waits. */
export function isTimeToSeal(waiting: { oldest: Date; newest: Date } | null, now: Date): boolean {
  if (!waiting) return false
  return now.getTime() - waiting.newest.getTime() >= LULL_MS || now.getTime() - waiting.oldest.getTime() >= PATIENCE_MS
}

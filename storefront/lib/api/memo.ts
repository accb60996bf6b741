const HELD_MAX = 1_000

/** Keeps what `read` answered for a while; a failure is never kept. For facts that seldom change. */
export function memo<Arguments extends readonly string[], T>(keepMs: number, read: (...given: Arguments) => Promise<T>): (...given: Arguments) => Promise<T> {
  const held = new Map<string, { until: number; answer: Promise<T> }>()
  return (...given) => {
    const key = JSON.stringify(given)
    const known = held.get(key)
    if (known && known.until > Date.now()) return known.answer
    const oldest = held.keys().next()
    if (held.size >= HELD_MAX && !oldest.done) held.delete(oldest.value)
    const answer = read(...given)
    held.set(key, { until: Date.now() + keepMs, answer })
    answer.catch(() => held.delete(key))
    return answer
  }
}

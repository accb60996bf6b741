/** A stream of pseudo-random numbers in [0, 1) that is the same for the same seed text (mulberry32 over an FNV-1a hash). */
export function chance(seed: string): () => number {
  let state = [...seed].reduce((hash, character) => Math.imul(hash ^ character.codePointAt(0)!, 0x01000193), 0x811c9dc5)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** One of `choices`, evenly. */
export function pick<T>(roll: () => number, choices: readonly T[]): T {
  return choices[Math.floor(roll() * choices.length)]!
}

/** A whole number from `low` to `high`, both included. */
export function between(roll: () => number, low: number, high: number): number {
  return low + Math.floor(roll() * (high - low + 1))
}

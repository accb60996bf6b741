export type Pair = [number, number]

/** Pairs that come before any is counted. */
const WARM_UP = 3

/** Runs both sides in turn, changing who goes first, so that whatever else the machine does hits both. */
export async function interleave(pairs: number, one: () => Promise<number>, other: () => Promise<number>): Promise<Pair[]> {
  const results: Pair[] = []
  for (let pair = -WARM_UP; pair < pairs; pair++) {
    const first = pair % 2 === 0 ? await one() : null
    const second = await other()
    const result: Pair = [first ?? (await one()), second]
    if (pair >= 0) results.push(result)
  }
  return results
}

export async function timed(work: () => Promise<void>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

export function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}

export const rounded = (value: number) => Math.round(value * 1000) / 1000

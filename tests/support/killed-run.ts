import type { ChildProcess } from "node:child_process"
import { setTimeout as pause } from "node:timers/promises"

export type Query = <Row>(text: string) => Promise<Row[]>

interface KilledRun {
  /** Starts a process that runs what is due. */
  start: () => ChildProcess
  query: Query
  occurrences: number
  kills: number
  seed: number
}

const POLL_MS = 50
/** The last kill comes before this share is placed, so that no process ends by itself. */
const LATEST = 0.7

/** Numbers in [0, 1) that are the same for a seed (mulberry32). */
function chances(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Runs it again and again, killing it at a moment drawn by chance once it holds claims; what it held may be taken over at once. Answers how each ended. */
export async function killAtRandom({ start, query, occurrences, kills, seed }: KilledRun): Promise<(string | null)[]> {
  const chance = chances(seed)
  const ended: (string | null)[] = []
  for (let kill = 0; kill < kills; kill++) {
    const child = start()
    const gone = new Promise<string | null>((resolve) => { child.once("exit", (_code, signal) => resolve(signal)) })
    const target = Math.floor(((kill + chance()) / kills) * LATEST * occurrences) - occurrences / kills
    while (child.exitCode === null && !(await isReached(query, target))) await pause(POLL_MS)
    await pause(chance() * 1_000)
    child.kill("SIGKILL")
    ended.push(await gone)
    await query("update occurrence set lease_until = now() - interval '1 second' where state = 'claimed'")
  }
  return ended
}

/** Claimed by the process that runs now, and at least so many orders written. */
async function isReached(query: Query, target: number): Promise<boolean> {
  const [row] = await query<{ claimed: number; orders: number }>(`select (select count(*)::int from occurrence where state = 'claimed' and lease_until > now()) as claimed, (select count(*)::int from "order") as orders`)
  return row!.claimed > 0 && row!.orders >= target
}

/** What there must be after all of it, whatever was killed: one order for each occurrence, its payment, and exactly what is reserved for it. */
export async function readPlaced(query: Query) {
  const [row] = await query<Record<"orders" | "payments" | "links" | "lines" | "placed" | "with_one_order" | "reserved" | "supplied" | "summed", number>>(`
    select (select count(*) from "order" where deleted_at is null)::int as orders, (select count(*) from payment where deleted_at is null)::int as payments,
      (select count(*) from order_payment_collection where deleted_at is null)::int as links, (select count(*) from reservation_item where deleted_at is null)::int as lines,
      (select count(*) from occurrence where state = 'placed')::int as placed, (select count(*) from occurrence where cardinality(order_ids) = 1)::int as with_one_order,
      (select sum(quantity) from reservation_item where deleted_at is null)::int as reserved, (select sum(supplied) from occurrence_line)::int as supplied,
      (select sum(reserved_quantity) from inventory_level where deleted_at is null)::int as summed`)
  return row!
}

/** An entry on a household's payable account, as far as nothing has taken it yet. */
export interface OpenEntry {
  journal_id: string
  position: number
  beneficiary_id: string
  order_id: string
  line_item_id: string
  linkage_version_id: string
  producer_id: string
  event_at: Date
  /** What is left of the entry, with its sign; never 0. */
  open_fen: number
  /** What this household was paid out of this line and version until now. */
  settled_fen: number
}

/** What a payment or a write-off takes of an entry, with the entry's sign. */
export interface Item {
  journal_id: string
  position: number
  amount_fen: number
}

export interface PlannedPayment {
  beneficiary_id: string
  /** Sum of what was earned and is not paid yet. */
  earned_fen: number
  /** What was paid before and taken back since: kept back from this payment, at most the cap's share. */
  netted_fen: number
  /** What it owes still. */
  owed_fen: number
  /** earned − netted; 0 where nothing is paid, and then no item is taken. */
  amount_fen: number
  items: Item[]
}

/** Everything of one line, version and household: inside it, what came and what went back cancel out before anything is paid. */
interface Pool {
  entries: OpenEntry[]
  sum: number
  settled_fen: number
}

const WHOLE_BP = 10_000
const byAge = (a: OpenEntry, b: OpenEntry) => a.event_at.getTime() - b.event_at.getTime() || (a.journal_id < b.journal_id ? -1 : a.journal_id > b.journal_id ? 1 : a.position - b.position)

/** What settlement keys on: the pool of an order line, linkage version and household. */
export const poolKey = ({ order_id, line_item_id, linkage_version_id, beneficiary_id }: Pick<OpenEntry, "order_id" | "line_item_id" | "linkage_version_id" | "beneficiary_id">) =>
  JSON.stringify([order_id, line_item_id, linkage_version_id, beneficiary_id])

/** Entries by line, version and household, each pool in order of age, the pool with the oldest entry first. */
export function poolsOf(entries: readonly OpenEntry[]): Pool[] {
  const pools = new Map<string, Pool>()
  for (const entry of [...entries].sort(byAge)) {
    const pool = pools.get(poolKey(entry)) ?? { entries: [], sum: 0, settled_fen: entry.settled_fen }
    pool.entries.push(entry)
    pool.sum += entry.open_fen
    pools.set(poolKey(entry), pool)
  }
  return [...pools.values()]
}

/**
 * The payment of one household out of its open entries. What was earned is paid whole; what was paid out before and taken back since
 * is kept back, oldest first, up to `cap_bp` of what was earned, and never more of a line than was paid for it. What exceeds that
 * stays open for the next run. Nothing is taken where nothing would be paid.
 */
export function planPayment(beneficiary_id: string, entries: readonly OpenEntry[], cap_bp: number): PlannedPayment {
  const pools = poolsOf(entries)
  const earned_fen = pools.reduce((sum, pool) => sum + Math.max(0, pool.sum), 0)
  const due = pools.reduce((sum, pool) => sum + Math.max(0, -pool.sum), 0)
  const none = { beneficiary_id, earned_fen, netted_fen: 0, owed_fen: due, amount_fen: 0, items: [] }
  if (earned_fen === 0) return none
  const items = pools.filter(({ sum }) => sum >= 0).flatMap((pool) => itemsOf(pool, 0))
  let room = Math.floor((earned_fen * cap_bp) / WHOLE_BP)
  for (const pool of pools.filter(({ sum }) => sum < 0)) {
    const kept = Math.min(-pool.sum, Math.max(0, pool.settled_fen), room)
    if (kept === 0) continue
    room -= kept
    items.push(...itemsOf(pool, -pool.sum - kept))
  }
  const amount_fen = items.reduce((sum, item) => sum + item.amount_fen, 0)
  if (amount_fen <= 0) return none
  const netted_fen = earned_fen - amount_fen
  return { beneficiary_id, earned_fen, netted_fen, owed_fen: due - netted_fen, amount_fen, items }
}

/** What a write-off of at most `amount_fen` takes of what a household owes, oldest first; less where it owes less. */
export function planWriteOff(entries: readonly OpenEntry[], amount_fen: number): Item[] {
  let left = amount_fen
  return poolsOf(entries).flatMap((pool) => {
    const taken = Math.min(left, Math.max(0, -pool.sum), Math.max(0, pool.settled_fen))
    if (taken === 0) return []
    left -= taken
    return itemsOf({ ...pool, entries: pool.entries.filter(({ open_fen }) => open_fen < 0) }, pool.entries.reduce((sum, { open_fen }) => sum + Math.max(0, -open_fen), 0) - taken)
  })
}

/** All of a pool but `left` fen of what was taken back: its youngest reversals wait. */
function itemsOf(pool: Pool, left: number): Item[] {
  let keep = left
  const items: Item[] = []
  for (const { journal_id, position, open_fen } of [...pool.entries].reverse()) {
    const waits = open_fen < 0 ? Math.min(-open_fen, keep) : 0
    keep -= waits
    if (open_fen + waits !== 0) items.push({ journal_id, position, amount_fen: open_fen + waits })
  }
  return items
}

import { type Account, type Entry, type Journal, journalHash, journalId, type JournalKind, RULE_VERSION } from "../journal"

/** What a payment or write-off moves on one order line, linkage version and household; the sum of its items there. */
export interface SettledLine {
  beneficiary_id: string
  order_id: string
  line_item_id: string
  linkage_version_id: string
  producer_id: string
  amount_fen: number
}

/** Who bears what a household need not give back, named by the refund's cause. */
export type Bearer = "producer" | "platform" | "carrier"
const BEARER_ACCOUNT: Record<Bearer, Account> = { producer: "obligation", platform: "platform", carrier: "carrier" }

/** Lines in one journal: an entry's place is a small integer, and each line has two. */
const LINES = 10_000

interface Cause {
  kind: Extract<JournalKind, "settlement" | "payout_return" | "write_off">
  /** The payment attempt or the write-off. */
  source_id: string
  at: Date
}

/** Money went to the payee: payable −X, settled +X on every line. One journal, or several where there are very many lines. */
export function planSettlement(attemptId: string, lines: readonly SettledLine[], at: Date): Journal[] {
  return journalsOf({ kind: "settlement", source_id: attemptId, at }, lines, (line) => move(line, "payable", "settled", line.amount_fen))
}

/** The same money came back (退票): it is payable again. */
export function planReturn(attemptId: string, lines: readonly SettledLine[], at: Date): Journal[] {
  return journalsOf({ kind: "payout_return", source_id: attemptId, at }, lines, (line) => move(line, "settled", "payable", line.amount_fen))
}

/** A household is spared what it owes (its lines are negative): payable +X, and the bearer owes it instead. */
export function planWriteOffJournal(writeOffId: string, lines: readonly SettledLine[], bearer: Bearer, at: Date): Journal[] {
  return journalsOf({ kind: "write_off", source_id: writeOffId, at }, lines, (line) => {
    const [taken, given] = move(line, "payable", BEARER_ACCOUNT[bearer], line.amount_fen)
    return [taken!, { ...given!, beneficiary_id: null }]
  })
}

function move({ amount_fen: _amount, ...line }: SettledLine, from: Account, to: Account, fen: number): Entry[] {
  return [{ ...line, account: from, amount_fen: -fen }, { ...line, account: to, amount_fen: fen }]
}

function journalsOf({ kind, source_id, at }: Cause, lines: readonly SettledLine[], entriesOf: (line: SettledLine) => Entry[]): Journal[] {
  const moving = lines.filter(({ amount_fen }) => amount_fen !== 0)
  const parts = Array.from({ length: Math.ceil(moving.length / LINES) }, (_none, part) => moving.slice(part * LINES, (part + 1) * LINES))
  return parts.map((part, index) => {
    const idempotency_key = `${kind}:${source_id}${index === 0 ? "" : `:${index + 1}`}`
    const journal = {
      idempotency_key, kind, order_id: null, source_ids: [source_id], source_ats: [at], rule_version: RULE_VERSION, reverses: null, event_at: at, entries: part.flatMap(entriesOf),
    }
    return { id: journalId(idempotency_key), input_hash: journalHash(journal), ...journal }
  })
}

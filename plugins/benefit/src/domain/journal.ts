import { createHash } from "node:crypto"

export type Account = "provisional" | "payable" | "settled" | "obligation"
export type JournalKind = "sale" | "reversal" | "acceptance"

/** The arithmetic that a journal was planned by; raised when a rule of this folder changes its result. */
export const RULE_VERSION = 1

export interface Entry {
  account: Account
  /** null on the producer's obligation, and on a stage that waits in suspense. */
  beneficiary_id: string | null
  producer_id: string
  linkage_version_id: string
  line_item_id: string
  amount_fen: number
}

export interface Journal {
  id: string
  idempotency_key: string
  input_hash: string
  kind: JournalKind
  order_id: string
  /** Captures, refunds, acceptances and order versions that this journal is the first to know. */
  source_ids: string[]
  /** When each of them had happened, as far as was known. */
  source_ats: Date[]
  rule_version: number
  /** The sale that a reversal takes from. */
  reverses: string | null
  event_at: Date
  entries: Entry[]
}

const digest = (text: string) => createHash("sha256").update(text).digest("hex")

/** A journal's id follows from its key, so that a repeated attempt is the same journal. */
export function journalId(idempotencyKey: string): string {
  return `ljr_${digest(idempotencyKey).slice(0, 26)}`
}

/** Hash of all that a journal says: a row that was changed, taken away or put in afterwards does not match it any more. */
export function journalHash({ idempotency_key, kind, order_id, source_ids, source_ats, rule_version, reverses, event_at, entries }: Omit<Journal, "id" | "input_hash">): string {
  const rows = entries.map((entry) => JSON.stringify([entry.account, entry.beneficiary_id, entry.producer_id, entry.linkage_version_id, entry.line_item_id, entry.amount_fen]))
  return digest(JSON.stringify([idempotency_key, kind, order_id, source_ids, source_ats, rule_version, reverses, event_at, rows.sort()]))
}

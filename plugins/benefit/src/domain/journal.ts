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

type Said = Omit<Journal, "id" | "input_hash">

/** What may be shown of a journal without saying who: money, stages, lines and causes. */
export function journalText({ idempotency_key, kind, order_id, source_ids, source_ats, rule_version, reverses, event_at, entries }: Said): string {
  const head = ["journal", idempotency_key, kind, order_id, rule_version, reverses ?? "", event_at.toISOString()]
  const sources = source_ids.map((id, index) => `${id}=${source_ats[index]!.toISOString()}`)
  const lines = entries.map(({ account, producer_id, linkage_version_id, line_item_id, amount_fen }) => [account, producer_id, linkage_version_id, line_item_id, amount_fen].join("|"))
  return [head.join("|"), sources.join(","), ...lines].join("\n")
}

/** Hash of who the entries are for, in their order: binds a journal to its households without naming them. */
export const peopleHash = (entries: readonly Pick<Entry, "beneficiary_id">[]): string => digest(entries.map(({ beneficiary_id }) => beneficiary_id ?? "").join(","))

/** Hash of all that a journal says: a row that was changed, moved, taken away or put in afterwards does not match it any more. */
export function journalHash(journal: Said): string {
  return hashOfParts(journalText(journal), peopleHash(journal.entries))
}

/** The same from what a proof shows. */
export const hashOfParts = (text: string, people: string): string => digest(`${text}\n${people}`)

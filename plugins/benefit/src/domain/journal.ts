import { createHash } from "node:crypto"

/** Households' stages; opposite them who owes (the producer, the platform, the carrier) or paid outside the shop. */
export type Account = "provisional" | "payable" | "settled" | "obligation" | "platform" | "carrier" | "outside"
/** The kinds that follow from an order's facts; all others rest on a settlement or on approved evidence. */
export type OrderJournalKind = "sale" | "reversal" | "acceptance"
export type JournalKind = OrderJournalKind | "settlement" | "payout_return" | "write_off" | "direct_purchase" | "wages" | "rent"

/** The arithmetic that a journal was planned and hashed by; raised when a rule of this folder changes its result. 2: the digest of people is salted. 3: money is for accepted goods first. 4: what is paid of accepted goods is so many units to the gram. 5: amounts are split in turn. */
export const RULE_VERSION = 5

export interface Entry {
  account: Account
  /** null on the producer's obligation, and on a stage that waits in suspense. */
  beneficiary_id: string | null
  producer_id: string | null
  linkage_version_id: string | null
  line_item_id: string | null
  /** Where the journal itself belongs to no order. */
  order_id?: string | null
  amount_fen: number
}

export interface Journal {
  id: string
  idempotency_key: string
  input_hash: string
  kind: JournalKind
  /** null: a settlement or evidence, which `source_ids` name. */
  order_id: string | null
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
  const head = ["journal", idempotency_key, kind, order_id ?? "", rule_version, reverses ?? "", event_at.toISOString()]
  const sources = source_ids.map((id, index) => `${id}=${source_ats[index]!.toISOString()}`)
  const lines = entries.map(({ account, producer_id, linkage_version_id, line_item_id, amount_fen, order_id: own }) =>
    [account, producer_id, linkage_version_id, line_item_id, amount_fen, ...((own ?? order_id) === order_id ? [] : [own])].join("|"))
  return [head.join("|"), sources.join(","), ...lines].join("\n")
}

/** Hash of who the entries are for, in their order: binds a journal to its households without naming them, and is another one on every receipt. */
export function peopleHash({ idempotency_key, rule_version, entries }: Pick<Said, "idempotency_key" | "rule_version" | "entries">): string {
  return digest(`${rule_version < 2 ? "" : `${idempotency_key}\n`}${entries.map(({ beneficiary_id }) => beneficiary_id ?? "").join(",")}`)
}

/** Hash of all that a journal says: a row that was changed, moved, taken away or put in afterwards does not match it any more. */
export function journalHash(journal: Said): string {
  return hashOfParts(journalText(journal), peopleHash(journal))
}

/** The same from what a proof shows. */
export const hashOfParts = (text: string, people: string): string => digest(`${text}\n${people}`)

import { type Entry, type Journal, journalHash, journalId, RULE_VERSION } from "../journal"
import { evidenceHash, type VoucherContent } from "./voucher"

/** A document that is being approved. */
export interface Approved extends Omit<VoucherContent, "number"> {
  id: string
  content_hash: string
  scan_sha256: string | null
}

/** The journal that a correction takes back. */
export interface Replaced {
  voucher_id: string
  journal_id: string
  entries: Entry[]
}

type Draft = Omit<Journal, "id" | "input_hash" | "rule_version" | "source_ids" | "source_ats">

/**
 * What approving a document posts: the households have the money already, paid outside the shop. A correction first takes back
 * what the document before it had posted, entry by entry, and both are dated by the approval: a closed period is not touched.
 */
export function planVoucherJournals(voucher: Approved, replaced: Replaced | null, now: Date): { journals: Journal[]; journal_id: string | null; reversal_id: string | null } {
  const event_at = replaced === null ? new Date(`${voucher.paid_on}T00:00:00+08:00`) : now
  const cites = { source_ids: [voucher.id, evidenceHash(voucher.content_hash, voucher.scan_sha256)], source_ats: [event_at, event_at], rule_version: RULE_VERSION }
  const finish = (draft: Draft): Journal => {
    const journal = { ...draft, ...cites }
    return { id: journalId(journal.idempotency_key), input_hash: journalHash(journal), ...journal }
  }
  const reversal = replaced && finish({
    idempotency_key: `voucher:${replaced.voucher_id}:reversal`, kind: "reversal", order_id: null, reverses: replaced.journal_id, event_at,
    entries: replaced.entries.map((entry) => ({ ...entry, amount_fen: -entry.amount_fen })),
  })
  const own = voucher.rows.length === 0 ? null : finish({ idempotency_key: `voucher:${voucher.id}`, kind: voucher.kind, order_id: null, reverses: null, event_at, entries: entriesOf(voucher) })
  return { journals: [reversal, own].filter((journal) => journal !== null), journal_id: own?.id ?? null, reversal_id: reversal?.id ?? null }
}

/** Each row is settled with its household; one entry opposite says that it was paid outside. */
function entriesOf({ rows, payer_kind, payer_id, total_fen }: Approved): Entry[] {
  const common = { producer_id: payer_kind === "producer" ? payer_id : null, linkage_version_id: null, line_item_id: null }
  const paid = [...rows].sort((a, b) => a.position - b.position).map(({ household_id, amount_fen }): Entry => ({ ...common, account: "settled", beneficiary_id: household_id, amount_fen }))
  return [...paid, { ...common, account: "outside", beneficiary_id: null, amount_fen: -total_fen }]
}

import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { type OpenEntry, poolKey } from "../../domain/settlement/plan-payment"
import { rowsOf } from "./sql"

export interface OpenFilter {
  /** What household region codes begin with, as a like pattern. */
  prefix?: string
  beneficiary_id?: string
  /** Entries of journals whose event was before. */
  until: Date
}

/** Payable entries of orders, as far as no payment and no write-off has taken them. Two queries. */
export async function readOpenEntries(transaction: Knex, { prefix, beneficiary_id, until }: OpenFilter): Promise<OpenEntry[]> {
  const open = await rowsOf<Omit<OpenEntry, "settled_fen">>(transaction,
    `select e.journal_id, e.position, e.beneficiary_id, e.order_id, e.line_item_id, e.linkage_version_id, e.producer_id, j.event_at, (e.amount_fen - coalesce(t.taken, 0))::float8 as open_fen
     from household h join ledger_entry e on e.beneficiary_id = h.id and e.account = 'payable' join ledger_journal j on j.id = e.journal_id and j.order_id is not null and j.event_at < :until
     left join lateral (select sum(i.amount_fen) as taken from settlement_item i where i.journal_id = e.journal_id and i.position = e.position and i.released_at is null) t on true
     where (:prefix::text is null or h.region_code like :prefix) and (:beneficiary_id::text is null or h.id = :beneficiary_id) and e.amount_fen <> coalesce(t.taken, 0)`,
    { prefix: prefix ?? null, beneficiary_id: beneficiary_id ?? null, until })
  const settled = await readSettled(transaction, [...new Set(open.filter(({ open_fen }) => open_fen < 0).map((entry) => entry.beneficiary_id))])
  return open.map((entry) => ({ ...entry, settled_fen: settled.get(poolKey(entry)) ?? 0 }))
}

/** What was paid out to these beneficiaries and did not come back, by line and version. */
async function readSettled(transaction: Knex, beneficiaryIds: string[]): Promise<Map<string, number>> {
  if (beneficiaryIds.length === 0) return new Map()
  const rows = await rowsOf<Pick<OpenEntry, "order_id" | "line_item_id" | "linkage_version_id" | "beneficiary_id"> & { fen: number }>(transaction,
    `select e.order_id, e.line_item_id, e.linkage_version_id, e.beneficiary_id, sum(i.amount_fen)::float8 as fen
     from settlement_payment p join settlement_item i on i.payment_id = p.id and i.released_at is null join ledger_entry e on e.journal_id = i.journal_id and e.position = i.position
     where p.state = 'paid' and p.beneficiary_id = any(:beneficiaryIds) group by 1, 2, 3, 4`, { beneficiaryIds })
  return new Map(rows.map((row) => [poolKey(row), row.fen]))
}

export interface SuspenseRow {
  producer_id: string
  linkage_version_id: string
  entries: number
  amount_fen: number
}

/** Payable amounts of these producers' sales that belong to nobody. */
export async function readSuspense(transaction: Knex, producerIds: string[], until: Date): Promise<SuspenseRow[]> {
  return await rowsOf(transaction,
    `select e.producer_id, e.linkage_version_id, count(*)::integer as entries, sum(e.amount_fen)::float8 as amount_fen
     from ledger_entry e join ledger_journal j on j.id = e.journal_id and j.order_id is not null and j.event_at < :until
     where e.account = 'payable' and e.beneficiary_id is null and e.producer_id = any(:producerIds) group by 1, 2 having sum(e.amount_fen) <> 0`, { producerIds, until })
}

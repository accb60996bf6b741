import type { LedgerProblem } from "@fupin/contract/schemas"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { type Journal, journalHash } from "../../domain/journal"

export interface JournalsVerified {
  journals: number
  entries: number
  problems: LedgerProblem[]
}

const PAGE = 1_000

type JournalRow = Omit<Journal, "entries"> & { entries: (Journal["entries"][number] & { order_id: string })[] | null }

/** Reads every journal again and compares it with its own hash: a row changed, removed or put in by hand shows. */
export async function verifyJournals(connection: Knex): Promise<JournalsVerified> {
  const found: JournalsVerified = { journals: 0, entries: 0, problems: await orphans(connection) }
  for (let page = await readPage(connection, ""); page.length > 0; page = await readPage(connection, page.at(-1)!.id)) {
    found.journals += page.length
    for (const journal of page) {
      found.entries += journal.entries?.length ?? 0
      found.problems.push(...problemsOf(journal))
    }
  }
  found.entries += found.problems.filter(({ code }) => code === "entry_without_journal").length
  return found
}

function problemsOf({ entries, ...journal }: JournalRow): LedgerProblem[] {
  const problem = (code: LedgerProblem["code"], message: string): LedgerProblem => ({ code, id: journal.id, message })
  if (entries === null) return [problem("journal_without_entries", "凭证没有分录")]
  const problems: LedgerProblem[] = []
  const sum = entries.reduce((total, { amount_fen }) => total + amount_fen, 0)
  if (sum !== 0) problems.push(problem("unbalanced_journal", `凭证借贷不平，差 ${sum} 分`))
  const isOwn = entries.every(({ order_id }) => order_id === journal.order_id)
  const rows = entries.map(({ order_id: _order, ...entry }) => entry)
  if (!isOwn || journalHash({ ...journal, entries: rows }) !== journal.input_hash) problems.push(problem("altered_journal", "凭证或分录在写入后被改动"))
  return problems
}

async function readPage(connection: Knex, after: string): Promise<JournalRow[]> {
  const { rows } = await connection.raw(
    `select j.*, (select jsonb_agg(jsonb_build_object('account', e.account, 'beneficiary_id', e.beneficiary_id, 'producer_id', e.producer_id,
       'linkage_version_id', e.linkage_version_id, 'line_item_id', e.line_item_id, 'order_id', e.order_id, 'amount_fen', e.amount_fen)) from ledger_entry e where e.journal_id = j.id) as entries
     from ledger_journal j where j.id > ? order by j.id limit ${PAGE}`, [after])
  return rows
}

async function orphans(connection: Knex): Promise<LedgerProblem[]> {
  const { rows } = await connection.raw("select e.id::text, e.journal_id from ledger_entry e where not exists (select 1 from ledger_journal j where j.id = e.journal_id) order by e.id limit 100")
  return (rows as { id: string; journal_id: string }[]).map(({ id, journal_id }) => ({ code: "entry_without_journal" as const, id, message: `分录所属凭证 ${journal_id} 不存在` }))
}

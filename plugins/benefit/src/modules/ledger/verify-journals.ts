import type { KeyObject } from "node:crypto"
import type { LedgerProblem } from "@fupin/contract/schemas"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { type Block, blockHash, isSignedBy, leafText } from "../../domain/seal/block"
import { leafHash, merkleRoot } from "../../domain/seal/merkle"
import { ENTRIES_OF_JOURNAL, JOURNAL_HASH, RECORDED_AT } from "./journal-hash.sql"
import { readBlocks, readLastBlock } from "./sealer"

export interface JournalsVerified {
  journals: number
  entries: number
  blocks: number
  problems: LedgerProblem[]
}

interface JournalRow {
  id: string
  input_hash: string
  recorded_at: string
  /** Made anew from the rows. */
  hash: string
  sum: number
  entries: number
}

/** A leaf with its journal; the journal's columns are null where it is gone. */
type LeafRow = { [Column in keyof JournalRow]: JournalRow[Column] | null } & { journal_id: string; height: number; leaf: string }

const JOURNAL = `j.id, j.input_hash, ${RECORDED_AT} as recorded_at, ${JOURNAL_HASH} as hash, e.sum, e.entries`
const BLOCKS_AT_ONCE = 4
const PAGE = 2_000

/**
 * Reads every journal again, block by block and then those not sealed yet, and compares it with its hash, its block's root, the chain
 * and the signatures: what was changed, deleted, put in or moved is named. `trusted` are public keys by their id.
 */
export async function verifyJournals(connection: Knex, trusted: ReadonlyMap<string, KeyObject>): Promise<JournalsVerified> {
  const found: JournalsVerified = { journals: 0, entries: 0, blocks: 0, problems: [] }
  const last = await readLastBlock(connection)
  const groups = Array.from({ length: Math.ceil((last?.height ?? 0) / BLOCKS_AT_ONCE) }, (_none, index) => index * BLOCKS_AT_ONCE + 1)
  const work = async () => {
    for (let from = groups.shift(); from !== undefined; from = groups.shift()) await verifyBlocks(connection, trusted, from, Math.min(from + BLOCKS_AT_ONCE - 1, last!.height), found)
  }
  await Promise.all([work(), work()])
  await verifyTail(connection, found)
  await verifyNoneBeside(connection, found)
  return found
}

async function verifyBlocks(connection: Knex, trusted: ReadonlyMap<string, KeyObject>, from: number, to: number, found: JournalsVerified): Promise<void> {
  const heights = Array.from({ length: to - from + 2 }, (_none, index) => from + index - 1)
  const blocks = new Map((await readBlocks(connection, heights)).map((block) => [block.height, block]))
  const { rows }: { rows: LeafRow[] } = await connection.raw(
    `select l.journal_id, l.height::integer, l.hash as leaf, ${JOURNAL} from ledger_leaf l left join (ledger_journal j ${ENTRIES_OF_JOURNAL}) on j.id = l.journal_id
     where l.height between ? and ? order by l.height, l.position`, [from, to])
  for (let height = from; height <= to; height++) {
    const leaves = rows.filter((row) => row.height === height)
    found.blocks += blocks.has(height) ? 1 : 0
    found.problems.push(...problemsOfBlock(height, blocks.get(height), blocks.get(height - 1), leaves, trusted), ...leaves.flatMap(problemsOfLeaf))
  }
  count(rows, found)
}

function problemsOfBlock(height: number, block: Block | undefined, previous: Block | undefined, leaves: LeafRow[], trusted: ReadonlyMap<string, KeyObject>): LedgerProblem[] {
  const problem = (message: string): LedgerProblem => ({ code: "altered_block", id: String(height), message: `第 ${height} 区块${message}` })
  if (!block) return [problem("不见了")]
  if (block.hash !== blockHash(block)) return [problem("的内容被改动")]
  const key = trusted.get(block.key_id)
  if (!key || !isSignedBy(block, key)) return [problem(key ? "的签名不符" : `由不受信任的密钥 ${block.key_id} 签名`)]
  const problems = block.previous === (previous?.hash ?? null) ? [] : [problem("与前一区块不相连")]
  const isWhole = leaves.length === block.journals && merkleRoot(leaves.map(({ leaf }) => leaf)) === block.root
  return isWhole ? problems : [...problems, problem("的凭证清单被改动、增删或调换了次序")]
}

function problemsOfLeaf(row: LeafRow): LedgerProblem[] {
  if (row.id === null) return [{ code: "missing_journal", id: row.journal_id, message: `第 ${row.height} 区块封存的凭证被删除` }]
  const journal = row as JournalRow
  const problems = problemsOf(journal)
  return problems.length > 0 || leafHash(leafText(journal)) === row.leaf ? problems : [altered(journal.id)]
}

const altered = (id: string): LedgerProblem => ({ code: "altered_journal", id, message: "凭证或分录在写入后被改动" })

function problemsOf({ id, entries, sum, hash, input_hash }: JournalRow): LedgerProblem[] {
  if (entries === 0) return [{ code: "journal_without_entries", id, message: "凭证没有分录" }]
  const unbalanced: LedgerProblem[] = sum === 0 ? [] : [{ code: "unbalanced_journal", id, message: `凭证借贷不平，差 ${sum} 分` }]
  return hash === input_hash ? unbalanced : [...unbalanced, altered(id)]
}

function count(rows: { id: string | null; entries: number | null }[], found: JournalsVerified): void {
  for (const { id, entries } of rows) {
    found.journals += id === null ? 0 : 1
    found.entries += entries ?? 0
  }
}

/** Journals without a leaf must wait in the queue: one that does not was sealed once, or was put in past the triggers. */
async function verifyTail(connection: Knex, found: JournalsVerified): Promise<void> {
  for (let after = ""; ; ) {
    const { rows }: { rows: (JournalRow & { is_queued: boolean })[] } = await connection.raw(
      `select ${JOURNAL}, q.journal_id is not null as is_queued
       from (select * from ledger_journal t where t.id > ? and not exists (select 1 from ledger_leaf l where l.journal_id = t.id) order by t.id limit ${PAGE}) j ${ENTRIES_OF_JOURNAL}
       left join ledger_seal_queue q on q.journal_id = j.id order by j.id`, [after])
    for (const row of rows) {
      found.problems.push(...problemsOf(row), ...(row.is_queued ? [] : [{ code: "unsealed_journal" as const, id: row.id, message: "凭证既未封存，也不在待封存队列中" }]))
    }
    count(rows, found)
    if (rows.length < PAGE) return
    after = rows.at(-1)!.id
  }
}

/** Rows that no journal or block led to: entries without a journal, leaves without a block. */
async function verifyNoneBeside(connection: Knex, found: JournalsVerified): Promise<void> {
  const { rows: entries } = await connection.raw("select e.journal_id || ':' || e.position as id, e.journal_id from ledger_entry e where not exists (select 1 from ledger_journal j where j.id = e.journal_id) order by 1 limit 100")
  found.problems.push(...(entries as { id: string; journal_id: string }[]).map(({ id, journal_id }) => ({ code: "entry_without_journal" as const, id, message: `分录所属凭证 ${journal_id} 不存在` })))
  found.entries += entries.length
  const { rows: heights } = await connection.raw("select distinct l.height from ledger_leaf l where not exists (select 1 from ledger_block b where b.height = l.height) and l.height > (select coalesce(max(height), 0) from ledger_block)")
  found.problems.push(...(heights as { height: string }[]).map(({ height }) => ({ code: "altered_block" as const, id: height, message: `第 ${height} 区块不见了` })))
}

import type { BenefitProof } from "@fupin/contract/schemas"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { auditPath } from "../../domain/seal/merkle"
import { ENTRIES_OF_JOURNAL, JOURNAL_TEXT, RECORDED_AT } from "./journal-hash.sql"
import { readBlocks } from "./sealer"

interface ProvenRow {
  id: string
  text: string
  people: string
  recorded_at: string
  height: number | null
  position: number
}

/** Every journal of an order with its way to a signed block. Null while one of them is not sealed, or there is none. */
export async function readProof(connection: Knex, orderId: string, publicKey: string): Promise<BenefitProof | null> {
  const { rows }: { rows: ProvenRow[] } = await connection.raw(
    `select j.id, ${JOURNAL_TEXT} as text, e.people, ${RECORDED_AT} as recorded_at, l.height::integer, l.position
     from ledger_journal j ${ENTRIES_OF_JOURNAL} left join ledger_leaf l on l.journal_id = j.id where j.order_id = ? order by j.recorded_at, j.id`, [orderId])
  if (rows.length === 0 || rows.some(({ height }) => height === null)) return null
  const heights = [...new Set(rows.map(({ height }) => height!))]
  const leaves = await readLeaves(connection, heights)
  return {
    version: 1, order_id: orderId, public_key: publicKey, blocks: await readBlocks(connection, heights),
    journals: rows.map(({ id, text, people, recorded_at, height, position }) => ({ id, text, people, recorded_at, height: height!, position, path: auditPath(leaves.get(height!)!, position) })),
  }
}

async function readLeaves(connection: Knex, heights: number[]): Promise<Map<number, string[]>> {
  const { rows }: { rows: { height: number; hashes: string[] }[] } = await connection.raw(
    "select height::integer, array_agg(hash order by position) as hashes from ledger_leaf where height = any(?) group by height", [heights])
  return new Map(rows.map(({ height, hashes }) => [height, hashes]))
}

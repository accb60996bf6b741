import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { type Block, planBlock, type SealedJournal } from "../../domain/seal/block"
import type { SigningKey } from "../../domain/seal/keys"
import { foldBlock } from "./household-totals"
import { RECORDED_AT } from "./journal-hash.sql"
import { foldLines } from "./line-totals"

/**
 * Seals up to `limit` committed journals into one block and adds them to the totals, in one transaction; answers how many. A second sealer waits for nobody:
 * it finds the lock taken and answers 0. Whatever stops it in between leaves the queue as it was.
 */
export async function sealNext(connection: Knex, key: SigningKey, now: Date, limit: number): Promise<number> {
  return await connection.transaction(async (transaction) => {
    const { rows: [lock] } = await transaction.raw("select pg_try_advisory_xact_lock(hashtextextended('ledger:sealer', 0)) as is_mine")
    if (!lock.is_mine) return 0
    const { rows: journals }: { rows: SealedJournal[] } = await transaction.raw(
      `with taken as (delete from ledger_seal_queue where journal_id in (select journal_id from ledger_seal_queue limit ?) returning journal_id)
       select j.id, j.input_hash, ${RECORDED_AT} as recorded_at from ledger_journal j where j.id in (select journal_id from taken) order by j.recorded_at, j.id`, [limit])
    if (journals.length === 0) return 0
    const { block, leaves } = planBlock(await readLastBlock(transaction), journals, now, key)
    await append(transaction, block, journals.map(({ id }) => id), leaves)
    await foldBlock(transaction, block.height)
    await foldLines(transaction, block.height)
    return journals.length
  })
}

async function append(transaction: Knex, { height, journals, root, previous, sealed_at, key_id, hash, signature }: Block, ids: string[], leaves: string[]): Promise<void> {
  await transaction.raw(
    `with block as (insert into ledger_block (height, journals, root, previous, sealed_at, key_id, hash, signature) values (?, ?, ?, ?, ?, ?, ?, ?))
     insert into ledger_leaf (journal_id, height, position, hash)
     select id, ?, place - 1, hash from unnest(?::text[], ?::text[]) with ordinality as l(id, hash, place)`,
    [height, journals, root, previous, sealed_at, key_id, hash, signature, height, ids, leaves])
}

const BLOCK = `select height::integer, journals, root, previous, to_char(sealed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as sealed_at, key_id, hash, signature from ledger_block`

/** Since when journals wait to be sealed; null when none does. */
export async function readWaiting(connection: Knex): Promise<{ oldest: Date; newest: Date } | null> {
  const { rows: [waiting] } = await connection.raw("select min(queued_at) as oldest, max(queued_at) as newest from ledger_seal_queue")
  return waiting.oldest ? waiting : null
}

/** The newest block; null before the first. */
export async function readLastBlock(connection: Knex): Promise<Block | null> {
  const { rows } = await connection.raw(`${BLOCK} order by height desc limit 1`)
  return rows[0] ?? null
}

/** Blocks of these heights, or from one height on; lowest first. */
export async function readBlocks(connection: Knex, heights: number[]): Promise<Block[]> {
  const { rows } = await connection.raw(`${BLOCK} where height = any(?) order by height`, [heights])
  return rows
}

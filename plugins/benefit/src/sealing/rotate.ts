import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { normalizePhone } from "../domain/household/phone"
import { PersonalData } from "../modules/household/personal-data"
import { type Keyring, keyIdOfCell } from "./keyring"
import { SEALED_COLUMNS, type SealedColumn } from "./sealed-columns"

export { PersonalData }

/** Rows in one transaction: a kill loses at most so much work and nothing else. */
const BATCH = 500

export interface RotationStep {
  what: string
  done: number
}

export interface RotationReport {
  resealed: number
  reindexed: number
  /** How many cells each key still has, by its id; the current one's are all right. */
  cells: Record<string, number>
  current_key: string
  /** Cells that no key here opens, and indexes that another row holds: "table.column id". */
  faults: string[]
  /** True when nothing is left under another key and nothing is at fault. */
  is_done: boolean
}

interface Rotation {
  connection: Knex
  personal: PersonalData
  batch?: number
  onStep?: (step: RotationStep) => void
}

/**
 * Re-seals every cell of `SEALED_COLUMNS` under the current key and makes every blind index anew from the opened values.
 * Batch by batch, each in its own transaction; what is done is passed over, so it may be killed and run again.
 */
export async function rotatePersonalData({ connection, personal, batch = BATCH, onStep = () => undefined }: Rotation): Promise<RotationReport> {
  const columns = await presentColumns(connection)
  const sealed = { changed: 0, faults: [] as string[] }
  for (const column of columns) add(sealed, await eachBatch(`${column.table}.${column.column}`, onStep, (after) => resealBatch(connection, personal, column, after, Math.min(batch, column.batch ?? batch))))
  const indexed = await eachBatch("household.index", onStep, (after) => reindexBatch(connection, personal, after, batch))
  const cells = await countCells(connection, columns)
  const faults = [...sealed.faults, ...indexed.faults]
  const left = Object.entries(cells).some(([key, count]) => key !== personal.currentKeyId && count > 0)
  return { resealed: sealed.changed, reindexed: indexed.changed, cells, current_key: personal.currentKeyId, faults, is_done: !left && faults.length === 0 }
}

/** Those of the registered columns that this database has: a plugin may be absent. */
async function presentColumns(connection: Knex): Promise<SealedColumn[]> {
  const { rows } = await connection.raw("select table_name || '.' || column_name as name from information_schema.columns where table_schema = current_schema()")
  const present = new Set((rows as { name: string }[]).map(({ name }) => name))
  return SEALED_COLUMNS.filter(({ table, column }) => present.has(`${table}.${column}`))
}

interface Batch {
  last: string | null
  changed: number
  faults: string[]
}

async function eachBatch(what: string, onStep: (step: RotationStep) => void, work: (after: string) => Promise<Batch>): Promise<Batch> {
  const total: Batch = { last: "", changed: 0, faults: [] }
  while (total.last !== null) {
    const done = await work(total.last)
    add(total, done)
    total.last = done.last
    if (done.changed > 0) onStep({ what, done: total.changed })
  }
  return total
}

function add(total: { changed: number; faults: string[] }, { changed, faults }: Batch): void {
  total.changed += changed
  total.faults.push(...faults)
}

async function resealBatch(connection: Knex, keys: Keyring, { table, id, column, place }: SealedColumn, after: string, limit: number): Promise<Batch> {
  return await connection.transaction(async (transaction) => {
    const { rows } = await transaction.raw(
      `select ?? as id, ?? as cell from ?? where ?? > ? and ?? is not null and not starts_with(??, ?) order by ?? limit ? for update`,
      [id, column, table, id, after, column, column, keys.currentPrefix, id, limit])
    const faults: string[] = []
    const changed = (rows as { id: string; cell: string }[]).flatMap((row) => {
      const cell = attempt(() => keys.reseal(place(row.id), row.cell))
      if (cell === null) faults.push(`${table}.${column} ${row.id}`)
      return cell === null ? [] : [[row.id, cell]]
    })
    if (changed.length > 0) {
      await transaction.raw(`update ?? t set ?? = v.cell from (select * from json_to_recordset(?) as x(id text, cell text)) v where t.?? = v.id`,
        [table, column, JSON.stringify(changed.map(([key, cell]) => ({ id: key, cell }))), id])
    }
    return { last: rows.length < limit ? null : rows.at(-1).id, changed: changed.length, faults }
  })
}

interface IndexedRow {
  id: string
  id_number_sealed: string | null
  id_number_index: string | null
  phone_sealed: string | null
  phone_index: string | null
}

/** An index cannot be turned into another: it is made of the opened number. */
async function reindexBatch(connection: Knex, personal: PersonalData, after: string, limit: number): Promise<Batch> {
  return await connection.transaction(async (transaction) => {
    const { rows } = await transaction.raw(
      "select id, id_number_sealed, id_number_index, phone_sealed, phone_index from household where id > ? order by id limit ? for update", [after, limit])
    const batch: Batch = { last: rows.length < limit ? null : rows.at(-1).id, changed: 0, faults: [] }
    for (const row of rows as IndexedRow[]) {
      const indexes = attempt(() => indexesOf(personal, row))
      if (indexes === null) batch.faults.push(`household.index ${row.id}`)
      if (indexes === null || (indexes.id_number === row.id_number_index && indexes.phone === row.phone_index)) continue
      const { rowCount } = await transaction.raw(
        `update household set id_number_index = ?, phone_index = ? where id = ? and not exists
           (select 1 from household o where o.id_number_index = ? and o.id <> household.id and o.deleted_at is null)`,
        [indexes.id_number, indexes.phone, row.id, indexes.id_number])
      if (rowCount === 0) batch.faults.push(`household.id_number_index ${row.id}`)
      else batch.changed += 1
    }
    return batch
  })
}

function indexesOf(personal: PersonalData, { id, id_number_sealed, phone_sealed }: IndexedRow): { id_number: string | null; phone: string | null } {
  return {
    id_number: id_number_sealed && personal.blindIndex("id_number", personal.open(`${id}:id_number`, id_number_sealed)),
    phone: phone_sealed && personal.blindIndex("phone", normalizePhone(personal.open(`${id}:phone`, phone_sealed))),
  }
}

async function countCells(connection: Knex, columns: SealedColumn[]): Promise<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const { table, column } of columns) {
    const { rows } = await connection.raw(
      `select case when ?? like 'v_.%' then left(??, 12) else '' end as start, count(*)::integer as cells from ?? where ?? is not null group by 1`, [column, column, table, column])
    for (const { start, cells } of rows as { start: string; cells: number }[]) {
      const key = keyIdOfCell(start)
      // An older form under the current key is still to be done, and counted apart.
      const name = start.startsWith("v1.") ? `${key} (v1)` : key
      counts[name] = (counts[name] ?? 0) + cells
    }
  }
  return counts
}

/** What cannot be opened is named at the end; it must not stop the rest. */
function attempt<T>(work: () => T): T | null {
  try {
    return work()
  } catch {
    return null
  }
}

import { Client } from "pg"
import { ModulesSdkUtils } from "@medusajs/framework/utils"
import { Migration20261122020328 } from "../../plugins/benefit/src/modules/household/migrations/Migration20261122020328"
import { Migration20261122091619 } from "../../plugins/benefit/src/modules/household/migrations/Migration20261122091619"
import { PersonalData } from "../../plugins/benefit/src/modules/household/personal-data"
import { foldBlock } from "../../plugins/benefit/src/modules/ledger/household-totals"
import { syntheticId } from "../support/households"
import { asReplica, type Connection, LEDGER_MIGRATIONS, migrate } from "./ledger-database"
import type { Server } from "./server"

export const KEYS = { personal_data_key: "a".repeat(64), blind_index_key: "b".repeat(64) }
const PEOPLE_AT_ONCE = 5_000

/** A database in which so many households became entitled to something in one period: sealed rows, folded totals. */
export async function openExportDatabase(server: Server, rows: number): Promise<{ url: string; drop: () => Promise<void> }> {
  const name = `bench_export_${process.pid}`
  const admin = new Client({ connectionString: server.urlOf("postgres") })
  await admin.connect()
  await admin.query(`create database ${name}`)
  const drop = async () => { await admin.query(`drop database ${name} with (force)`); await admin.end() }
  try {
    const connection = ModulesSdkUtils.createPgConnection({ clientUrl: server.urlOf(name), driverOptions: { connection: { ssl: false } } })
    await migrate(connection, [Migration20261122020328, Migration20261122091619, ...LEDGER_MIGRATIONS])
    // A paper may be about the orders of one buying unit: core's table is named, and empty.
    await connection.raw(`create table "order" (id text primary key, metadata jsonb)`)
    await fillPeople(connection, rows)
    await fillEntries(connection)
    await connection.raw("analyze")
    await connection.destroy()
  } catch (error) {
    await drop()
    throw error
  }
  return { url: server.urlOf(name), drop }
}

async function fillPeople(connection: Connection, rows: number): Promise<void> {
  const data = new PersonalData(KEYS)
  for (let from = 0; from < rows; from += PEOPLE_AT_ONCE) {
    const people = Array.from({ length: Math.min(PEOPLE_AT_ONCE, rows - from) }, (_none, index) => {
      const serial = from + index
      const id = `hh_${String(serial).padStart(22, "0")}`
      return { id, code: `HH-${String(serial).padStart(7, "0")}`, name: `王小${serial}`, number: data.seal(`${id}:id_number`, syntheticId(serial % 1_000)), phone: data.seal(`${id}:phone`, `138${String(10_000_000 + serial)}`) }
    })
    await connection.raw(
      `insert into household (id, code, kind, name, payee_name, region_code, id_number_sealed, phone_sealed)
       select id, code, 'household', name, name, '500238104201', number, phone from jsonb_to_recordset(?::jsonb) as p(id text, code text, name text, number text, phone text)`, [JSON.stringify(people)])
  }
}

/** Journals of twenty entries, sealed in one block and folded as the sealer does. */
async function fillEntries(connection: Connection): Promise<void> {
  await asReplica(connection, [
    `create temporary table numbered on commit drop as select id, (row_number() over (order by id) - 1) as n from household`,
    `insert into ledger_journal (id, idempotency_key, input_hash, kind, order_id, source_ids, rule_version, event_at)
     select 'ljr_' || g, 'bench:' || g, '', 'acceptance', 'order_' || g, '{}', 1, '2026-11-10T00:00:00Z' from (select distinct n / 19 as g from numbered) j`,
    `insert into ledger_entry (journal_id, position, account, beneficiary_id, producer_id, linkage_version_id, order_id, line_item_id, amount_fen)
     select 'ljr_' || n / 19, n % 19, 'payable', id, 'prod_01', 'lnkv_01', 'order_' || n / 19, 'ordli_' || n / 19, 100 + n % 900 from numbered`,
    `insert into ledger_entry (journal_id, position, account, producer_id, linkage_version_id, order_id, line_item_id, amount_fen)
     select journal_id, 19, 'provisional', 'prod_01', 'lnkv_01', min(order_id), min(line_item_id), -sum(amount_fen) from ledger_entry group by journal_id`,
    `insert into ledger_leaf (journal_id, height, position, hash) select id, 1, row_number() over (order by id), '' from ledger_journal`,
  ])
  await connection.transaction(async (transaction: Connection) => { await foldBlock(transaction, 1) })
}

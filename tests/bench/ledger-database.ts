import { Client } from "pg"
import { ModulesSdkUtils } from "@medusajs/framework/utils"
import type { Journal } from "../../plugins/benefit/src/domain/journal"
import { Migration20261122020000 } from "../../plugins/benefit/src/modules/ledger/migrations/Migration20261122020000"
import { Migration20261122030000 } from "../../plugins/benefit/src/modules/ledger/migrations/Migration20261122030000"
import { Migration20261122060000 } from "../../plugins/benefit/src/modules/ledger/migrations/Migration20261122060000"
import { Migration20261122090000 } from "../../plugins/benefit/src/modules/ledger/migrations/Migration20261122090000"
import { Migration20261122100000 } from "../../plugins/benefit/src/modules/ledger/migrations/Migration20261122100000"
import { ENTRIES_OF_JOURNAL, JOURNAL_HASH } from "../../plugins/benefit/src/modules/ledger/journal-hash.sql"
import { openServer } from "./server"

export type Connection = ReturnType<typeof ModulesSdkUtils.createPgConnection>
export type LedgerDatabase = Awaited<ReturnType<typeof openLedgerDatabase>>

const ENTRIES = 20
const COLUMNS = ["journal_id", "position", "account", "beneficiary_id", "producer_id", "linkage_version_id", "order_id", "line_item_id", "amount_fen"] as const

/** A database with the ledger's own tables, made by its migrations, and beside them the same columns with nothing but a primary key. */
export async function openLedgerDatabase() {
  const server = await openServer()
  const name = `bench_ledger_${process.pid}`
  const admin = new Client({ connectionString: server.urlOf("postgres") })
  await admin.connect()
  await admin.query(`create database ${name}`)
  const connection = ModulesSdkUtils.createPgConnection({ clientUrl: server.urlOf(name), driverOptions: { connection: { ssl: false } } })
  await migrate(connection, LEDGER_MIGRATIONS)
  await addRawTables(connection)
  return {
    server,
    connection,
    insertRaw: (journals: Journal[]) => insertRaw(connection, journals),
    setQueue: async (on: boolean) => { await connection.raw(`alter table ledger_journal ${on ? "enable" : "disable"} trigger ledger_journal_queue`) },
    queueUnsealed: async () => { await connection.raw("insert into ledger_seal_queue (journal_id) select id from ledger_journal j where not exists (select 1 from ledger_leaf l where l.journal_id = j.id) on conflict do nothing") },
    reset: () => asReplica(connection, ["truncate ledger_journal, ledger_entry, ledger_block, ledger_leaf, ledger_seal_queue, ledger_household_total, ledger_line_total, raw_journal, raw_entry"]),
    fill: (entries: number, households: number) => fill(connection, entries, households),
    close: async () => {
      await connection.destroy()
      await admin.query(`drop database ${name} with (force)`)
      await admin.end()
      await server.stop()
    },
  }
}

export const LEDGER_MIGRATIONS = [Migration20261122020000, Migration20261122030000, Migration20261122060000, Migration20261122090000, Migration20261122100000]

export async function migrate(connection: Connection, migrations: (typeof LEDGER_MIGRATIONS)[number][]): Promise<void> {
  for (const Migration of migrations) {
    const migration = new Migration(undefined as never, undefined as never)
    await migration.up()
    for (const query of migration.getQueries()) await connection.raw(String(query).replaceAll("?", "\\?"))
  }
}

async function addRawTables(connection: Connection): Promise<void> {
  for (const table of ["journal", "entry"]) await connection.raw(`create table raw_${table} (like ledger_${table} including defaults)`)
  await connection.raw("alter table raw_journal add primary key (id)")
  await connection.raw("alter table raw_entry add primary key (journal_id, position)")
}

async function insertRaw(connection: Connection, journals: Journal[]): Promise<void> {
  const heads = journals.map(({ entries: _entries, ...head }) => head)
  const rows = journals.flatMap(({ id, order_id, entries }) => entries.map((entry, position) => ({ ...entry, journal_id: id, position, order_id })))
  await connection.transaction(async (transaction: Connection) => {
    await transaction.raw(
      `with journals as (
         insert into raw_journal (id, idempotency_key, input_hash, kind, order_id, source_ids, source_ats, rule_version, reverses, event_at)
         select * from jsonb_to_recordset(?::jsonb) as j(id text, idempotency_key text, input_hash text, kind text, order_id text, source_ids text[], source_ats timestamptz[], rule_version integer, reverses text, event_at timestamptz))
       insert into raw_entry (${COLUMNS.join(", ")}) select * from unnest(?::text[], ?::smallint[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[])`,
      [JSON.stringify(heads), ...COLUMNS.map((column) => rows.map((row) => row[column]) as string[])])
  })
}

/** So many entries, twenty to a journal, with true hashes, waiting to be sealed. */
async function fill(connection: Connection, entries: number, households: number): Promise<void> {
  const journals = entries / ENTRIES
  await asReplica(connection, [
    `insert into ledger_entry (journal_id, position, account, beneficiary_id, producer_id, linkage_version_id, order_id, line_item_id, amount_fen)
     select 'ljr_' || substr(md5(g.n::text), 1, 26), p.n, case when p.n = 19 then 'obligation' else 'payable' end,
       case when p.n < 19 then 'hh_' || lpad(((g.n * 7919 + p.n * 104729) % ${households})::text, 22, '0') end, 'prod_01', 'lnkv_01', 'order_' || md5(g.n::text), 'ordli_' || g.n, case when p.n = 19 then -19 * 150 else 150 end
     from generate_series(1, ${journals}) g(n) cross join generate_series(0, 19) p(n) on conflict do nothing`,
    `insert into ledger_journal (id, idempotency_key, input_hash, kind, order_id, source_ids, source_ats, rule_version, event_at)
     select j.id, j.idempotency_key, ${JOURNAL_HASH}, j.kind, j.order_id, j.source_ids, j.source_ats, j.rule_version, j.event_at
     from (select 'ljr_' || substr(md5(n::text), 1, 26) as id, 'order_' || md5(n::text) || ':1' as idempotency_key, 'sale' as kind, 'order_' || md5(n::text) as order_id, array['capt_' || n] as source_ids,
       array[timestamptz '2026-01-01'] as source_ats, 1 as rule_version, null::text as reverses, timestamptz '2026-01-10' + (n % 12) * interval '30 days' as event_at from generate_series(1, ${journals}) g(n)) j ${ENTRIES_OF_JOURNAL}
     on conflict do nothing`,
    "insert into ledger_seal_queue (journal_id) select id from ledger_journal j where not exists (select 1 from ledger_leaf l where l.journal_id = j.id)",
  ])
}

/** Past the triggers. */
export async function asReplica(connection: Connection, statements: string[]): Promise<void> {
  await connection.transaction(async (transaction: Connection) => {
    await transaction.raw("set local session_replication_role = replica")
    for (const statement of statements) await transaction.raw(statement)
  })
}

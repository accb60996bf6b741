import { Migration } from "@medusajs/framework/mikro-orm/migrations"

const ISO = (column: string) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

/** Blocks of sealed journals, and the queue that feeds them. Entries are known by journal and place, which reads a journal in one go. */
export class Migration20261122060000 extends Migration {
  override async up(): Promise<void> {
    this.placeEntries()
    this.addSql(`create index if not exists "IDX_ledger_journal_order_id" on "ledger_journal" ("order_id")`)
    this.addSql(`drop index if exists "IDX_ledger_entry_order_id"`)
    this.checkBalanceOnce()
    this.addBlocks()
    this.rewriteHashes()
    this.addQueue()
    this.addTotals()
  }

  private placeEntries(): void {
    this.addSql(`alter table "ledger_entry" add column if not exists "position" smallint`)
    this.addSql(`alter table "ledger_entry" disable trigger user`)
    this.addSql(`update "ledger_entry" e set "position" = p.place - 1 from (select id, row_number() over (partition by journal_id order by id) as place from "ledger_entry") p where p.id = e.id`)
    this.addSql(`alter table "ledger_entry" enable trigger user`)
    this.addSql(`alter table "ledger_entry" alter column "position" set not null, drop column "id", add primary key ("journal_id", "position")`)
  }

  /** One look at each journal: it sums to zero and was begun in this very transaction, so its time is the database's own. */
  private checkBalanceOnce(): void {
    this.addSql(`
      create or replace function "ledger_require_balance"() returns trigger language plpgsql as $$
      declare bad record;
      begin
        select n.journal_id, n.sum into bad from (select journal_id, sum(amount_fen) as sum from new_entries group by journal_id) n
          left join ledger_journal j on j.id = n.journal_id where n.sum <> 0 or j.id is null or j.recorded_at <> now() limit 1;
        if found and bad.sum <> 0 then
          raise exception 'journal % does not sum to zero', bad.journal_id using errcode = 'check_violation';
        elsif found then
          raise exception 'journal % is missing or already closed', bad.journal_id using errcode = 'foreign_key_violation';
        end if;
        return null;
      end $$`)
    this.addSql(`drop trigger if exists "ledger_journal_stamp" on "ledger_journal"`)
    this.addSql(`drop function if exists "ledger_stamp_journal"()`)
  }

  private addBlocks(): void {
    this.addSql(`
      create table if not exists "ledger_block" (
        "height" bigint primary key check ("height" > 0),
        "journals" integer not null check ("journals" > 0),
        "root" text not null,
        "previous" text null,
        "sealed_at" timestamptz not null,
        "key_id" text not null,
        "hash" text not null unique,
        "signature" text not null
      )`)
    this.addSql(`
      create table if not exists "ledger_leaf" (
        "journal_id" text primary key,
        "height" bigint not null,
        "position" integer not null,
        "hash" text not null,
        unique ("height", "position")
      )`)
    for (const table of ["ledger_block", "ledger_leaf"]) {
      this.addSql(`create or replace trigger "${table}_only_grows" before update or delete or truncate on "${table}" for each statement execute function "ledger_refuse_change"()`)
    }
  }

  /** The hash now covers the entries in their places and keeps who apart from how much. No journal is sealed yet. */
  private rewriteHashes(): void {
    this.addSql(`alter table "ledger_journal" disable trigger user`)
    this.addSql(`
      update ledger_journal j set input_hash = encode(sha256(convert_to(
        concat_ws('|', 'journal', j.idempotency_key, j.kind, coalesce(j.order_id, ''), j.rule_version, coalesce(j.reverses, ''), ${ISO("j.event_at")})
        || E'\\n' || coalesce((select string_agg(s.id || '=' || ${ISO("s.at")}, ',' order by s.place) from unnest(j.source_ids, j.source_ats) with ordinality s(id, at, place)), '')
        || e.lines || E'\\n' || encode(sha256(convert_to(e.people, 'UTF8')), 'hex'), 'UTF8')), 'hex')
      from (
        select journal_id, string_agg(E'\\n' || concat_ws('|', account, producer_id, linkage_version_id, line_item_id, amount_fen), '' order by position) as lines,
          string_agg(coalesce(beneficiary_id, ''), ',' order by position) as people
        from ledger_entry group by journal_id) e
      where e.journal_id = j.id`)
    this.addSql(`alter table "ledger_journal" enable trigger user`)
  }

  /** Explicit: a slow transaction that commits late with an early id is sealed like any other. */
  private addQueue(): void {
    this.addSql(`create table if not exists "ledger_seal_queue" ("journal_id" text primary key, "queued_at" timestamptz not null default clock_timestamp())`)
    this.addSql(`
      create or replace function "ledger_queue_seal"() returns trigger language plpgsql as $$
      begin
        insert into ledger_seal_queue (journal_id) select id from new_journals;
        return null;
      end $$`)
    this.addSql(`create or replace trigger "ledger_journal_queue" after insert on "ledger_journal" referencing new table as new_journals for each statement execute function "ledger_queue_seal"()`)
    this.addSql(`insert into ledger_seal_queue (journal_id) select id from ledger_journal on conflict do nothing`)
  }

  /** What sealed blocks add up to: kept by the sealer alone, so no sale waits for a household's row. */
  private addTotals(): void {
    this.addSql(`
      create table if not exists "ledger_household_total" (
        "beneficiary_id" text not null,
        "period" text not null,
        "account" text not null,
        "amount_fen" bigint not null,
        primary key ("beneficiary_id", "period", "account")
      )`)
  }

  override async down(): Promise<void> {
    throw new Error("the ledger only grows: this migration is not taken back")
  }
}

import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** The ledger: journals and entries that only grow, the facts they rest on, and the outbox of orders to look at. */
export class Migration20261122020000 extends Migration {
  override async up(): Promise<void> {
    this.addFactTables()
    this.addSql(`
      create table if not exists "ledger_journal" (
        "id" text primary key,
        "idempotency_key" text not null unique,
        "input_hash" text not null,
        "kind" text not null check ("kind" in ('sale', 'reversal', 'acceptance')),
        "order_id" text null,
        "source_ids" text[] not null,
        "rule_version" integer not null,
        "reverses" text null,
        "event_at" timestamptz not null,
        "recorded_at" timestamptz not null default now()
      )`)
    this.addSql(`create index if not exists "IDX_ledger_journal_event_at" on "ledger_journal" ("event_at")`)
    this.addSql(`
      create table if not exists "ledger_entry" (
        "id" bigint generated always as identity primary key,
        "journal_id" text not null,
        "account" text not null check ("account" in ('provisional', 'payable', 'settled', 'obligation')),
        "beneficiary_id" text null,
        "producer_id" text not null,
        "linkage_version_id" text not null,
        "order_id" text not null,
        "line_item_id" text not null,
        "amount_fen" bigint not null check ("amount_fen" <> 0)
      )`)
    this.addSql(`create index if not exists "IDX_ledger_entry_order_id" on "ledger_entry" ("order_id")`)
    this.addSql(`create index if not exists "IDX_ledger_entry_beneficiary_id" on "ledger_entry" ("beneficiary_id")`)
    this.addSql(`
      create or replace function "ledger_refuse_change"() returns trigger language plpgsql as $$
      begin
        raise exception 'the ledger only grows: % on % is refused, post a correcting journal', tg_op, tg_table_name using errcode = 'restrict_violation';
      end $$`)
    for (const table of ["ledger_journal", "ledger_entry", "payment_fact", "acceptance_fact"]) {
      this.addSql(`create or replace trigger "${table}_only_grows" before update or delete or truncate on "${table}" for each statement execute function "ledger_refuse_change"()`)
    }
    this.addSql(`
      create or replace function "ledger_require_balance"() returns trigger language plpgsql as $$
      declare bad text;
      begin
        select n.journal_id into bad from new_entries n group by n.journal_id having sum(n.amount_fen) <> 0 limit 1;
        if bad is not null then
          raise exception 'journal % does not sum to zero', bad using errcode = 'check_violation';
        end if;
        select n.journal_id into bad from new_entries n left join ledger_journal j on j.id = n.journal_id
          where j.id is null or j.recorded_at <> now() limit 1;
        if bad is not null then
          raise exception 'journal % is missing or already closed', bad using errcode = 'foreign_key_violation';
        end if;
        return null;
      end $$`)
    this.addSql(`create or replace trigger "ledger_entry_balances" after insert on "ledger_entry" referencing new table as new_entries for each statement execute function "ledger_require_balance"()`)
    this.addSql(`
      create or replace function "ledger_stamp_journal"() returns trigger language plpgsql as $$
      begin
        new.recorded_at := now();
        return new;
      end $$`)
    this.addSql(`create or replace trigger "ledger_journal_stamp" before insert on "ledger_journal" for each row execute function "ledger_stamp_journal"()`)
    this.addOutbox()
  }

  /** What Medusa cannot say: when money really moved, what a refund is for, and that goods were accepted. */
  private addFactTables(): void {
    this.addSql(`
      create table if not exists "payment_fact" (
        "id" text primary key,
        "capture_id" text null unique,
        "refund_id" text null unique,
        "occurred_at" timestamptz not null,
        "bank_reference" text null,
        "lines" jsonb not null default '[]',
        "cause" text null,
        "recorded_at" timestamptz not null default now(),
        check (num_nonnulls("capture_id", "refund_id") = 1)
      )`)
    this.addSql(`
      create table if not exists "acceptance_fact" (
        "id" text primary key,
        "order_id" text not null,
        "line_item_id" text not null,
        "source" text not null,
        "quantity" numeric not null check ("quantity" > 0),
        "accepted_at" timestamptz not null,
        "actor_id" text null,
        "recorded_at" timestamptz not null default now(),
        unique ("order_id", "line_item_id", "source")
      )`)
  }

  private addOutbox(): void {
    this.addSql(`
      create table if not exists "ledger_outbox" (
        "id" bigint generated always as identity primary key,
        "payment_collection_id" text null,
        "order_id" text null,
        "created_at" timestamptz not null default clock_timestamp(),
        "due_at" timestamptz not null default clock_timestamp(),
        "attempts" integer not null default 0,
        "last_error" text null,
        check (num_nonnulls("payment_collection_id", "order_id") = 1)
      )`)
    this.addSql(`create table if not exists "ledger_heartbeat" ("worker" text primary key, "beat_at" timestamptz not null)`)
  }

  override async down(): Promise<void> {
    for (const table of ["ledger_heartbeat", "ledger_outbox", "acceptance_fact", "payment_fact", "ledger_entry", "ledger_journal"]) {
      this.addSql(`drop table if exists "${table}" cascade`)
    }
    for (const routine of ["ledger_refuse_change", "ledger_require_balance", "ledger_stamp_journal"]) this.addSql(`drop function if exists "${routine}"() cascade`)
  }
}

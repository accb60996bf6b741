import { Migration } from "@medusajs/framework/mikro-orm/migrations"

const WHO = (act: string, more = "") => `"${act}_by" text ${more}, "${act}_at" timestamptz ${more}`
const TABLES = [
  "settlement_scan", "settlement_import", "settlement_suspense", "settlement_left", "settlement_item", "settlement_attempt", "settlement_batch", "settlement_payment", "settlement",
  "settlement_hold", "settlement_successor", "settlement_write_off", "settlement_setting",
]

/** Payout runs with their payments, what each takes of the ledger, and the cases that bear on them. */
export class Migration20261122093517 extends Migration {
  override async up(): Promise<void> {
    this.addRuns()
    this.addPayments()
    this.addCases()
    this.addItems()
    this.addLists()
    this.guardItems()
    this.keepEvidence()
  }

  private addRuns(): void {
    this.addSql(`
      create table if not exists "settlement" (
        "id" text primary key,
        "number" text not null unique,
        "period" text not null,
        "region_code" text not null,
        "until" timestamptz not null,
        "cap_bp" integer not null check ("cap_bp" between 0 and 10000),
        "state" text not null check ("state" in ('draft', 'submitted', 'approved', 'paying', 'done', 'cancelled')),
        ${WHO("prepared", "not null")}, ${WHO("submitted")}, ${WHO("approved")}, ${WHO("cancelled")},
        "cancel_reason" text null,
        "done_at" timestamptz null,
        check ("approved_by" <> "prepared_by" and "approved_by" <> "submitted_by")
      )`)
    this.addSql(`create unique index if not exists "IDX_settlement_open" on "settlement" ("period", "region_code") where "state" in ('draft', 'submitted', 'approved', 'paying')`)
    this.addSql(`create table if not exists "settlement_setting" ("region" text primary key, "cap_bp" integer not null check ("cap_bp" between 0 and 10000), ${WHO("updated")})`)
    this.addSql(`insert into "settlement_setting" ("region", "cap_bp") values ('', 3000) on conflict do nothing`)
  }

  private addPayments(): void {
    this.addSql(`
      create table if not exists "settlement_payment" (
        "id" text primary key,
        "settlement_id" text not null references "settlement" ("id"),
        "beneficiary_id" text not null,
        "successor_id" text null,
        "payee_name" text not null,
        "account_mark" text null,
        "method" text not null check ("method" in ('bank', 'cash')),
        "state" text not null check ("state" in ('planned', 'sent', 'paid', 'failed', 'returned', 'released')),
        "earned_fen" bigint not null,
        "netted_fen" bigint not null check ("netted_fen" >= 0),
        "amount_fen" bigint not null check ("amount_fen" > 0),
        unique ("settlement_id", "beneficiary_id"),
        check ("amount_fen" = "earned_fen" - "netted_fen")
      )`)
    this.addSql(`create index if not exists "IDX_settlement_payment_beneficiary_id" on "settlement_payment" ("beneficiary_id")`)
    this.addSql(`
      create table if not exists "settlement_batch" (
        "id" text primary key,
        "settlement_id" text not null references "settlement" ("id"),
        "number" integer not null,
        "method" text not null check ("method" in ('bank', 'cash')),
        ${WHO("created", "not null")},
        unique ("settlement_id", "number")
      )`)
    this.addSql(`
      create table if not exists "settlement_attempt" (
        "id" text primary key,
        "payment_id" text not null references "settlement_payment" ("id"),
        "number" integer not null,
        "method" text not null check ("method" in ('bank', 'cash')),
        "reference" text not null unique,
        "amount_fen" bigint not null check ("amount_fen" > 0),
        "state" text not null check ("state" in ('ready', 'sent', 'paid', 'failed', 'returned')),
        "reason" text null,
        "batch_id" text null references "settlement_batch" ("id"),
        ${WHO("result")},
        unique ("payment_id", "number")
      )`)
    this.addSql(`create unique index if not exists "IDX_settlement_attempt_live" on "settlement_attempt" ("payment_id") where "state" <> 'failed'`)
  }

  private addCases(): void {
    this.addSql(`create table if not exists "settlement_hold" ("id" text primary key, "beneficiary_id" text not null, "reason" text not null, ${WHO("held", "not null")}, ${WHO("released")}, "release_reason" text null, check ("released_by" <> "held_by"))`)
    this.addSql(`create unique index if not exists "IDX_settlement_hold_live" on "settlement_hold" ("beneficiary_id") where "released_at" is null`)
    this.addSql(`
      create table if not exists "settlement_successor" (
        "id" text primary key,
        "beneficiary_id" text not null,
        "cause" text not null check ("cause" in ('death', 'move')),
        "payee_name" text not null,
        "bank_account_sealed" text null,
        "reason" text not null,
        ${WHO("named", "not null")}, ${WHO("approved")}, ${WHO("ended")},
        check ("approved_by" <> "named_by")
      )`)
    this.addSql(`create unique index if not exists "IDX_settlement_successor_live" on "settlement_successor" ("beneficiary_id") where "ended_at" is null`)
    this.addSql(`
      create table if not exists "settlement_write_off" (
        "id" text primary key,
        "beneficiary_id" text not null,
        "amount_fen" bigint not null check ("amount_fen" > 0),
        "bearer" text not null check ("bearer" in ('producer', 'platform', 'carrier')),
        "reason" text not null,
        "state" text not null check ("state" in ('proposed', 'approved', 'rejected')),
        ${WHO("proposed", "not null")}, ${WHO("decided")},
        check ("decided_by" <> "proposed_by" or "state" = 'rejected')
      )`)
  }

  private addItems(): void {
    this.addSql(`
      create table if not exists "settlement_item" (
        "id" bigint generated always as identity primary key,
        "journal_id" text not null,
        "position" smallint not null,
        "amount_fen" bigint not null check ("amount_fen" <> 0),
        "payment_id" text null references "settlement_payment" ("id"),
        "write_off_id" text null references "settlement_write_off" ("id"),
        "released_at" timestamptz null,
        "release_reason" text null,
        check (num_nonnulls("payment_id", "write_off_id") = 1)
      )`)
    this.addSql(`create unique index if not exists "IDX_settlement_item_once" on "settlement_item" ("journal_id", "position") where "released_at" is null and "amount_fen" > 0`)
    this.addSql(`create index if not exists "IDX_settlement_item_entry" on "settlement_item" ("journal_id", "position")`)
    this.addSql(`create index if not exists "IDX_settlement_item_payment_id" on "settlement_item" ("payment_id")`)
    this.addSql(`create index if not exists "IDX_settlement_item_write_off_id" on "settlement_item" ("write_off_id")`)
  }

  private addLists(): void {
    this.addSql(`create table if not exists "settlement_left" ("settlement_id" text not null references "settlement" ("id"), "beneficiary_id" text not null, "reason" text not null check ("reason" in ('held', 'owed', 'gave_up')), "earned_fen" bigint not null, "owed_fen" bigint not null, "note" text null, primary key ("settlement_id", "beneficiary_id", "reason"))`)
    this.addSql(`create table if not exists "settlement_suspense" ("id" text primary key, "settlement_id" text not null references "settlement" ("id"), "producer_id" text not null, "linkage_version_id" text not null, "entries" integer not null, "amount_fen" bigint not null, "explanation" text null, ${WHO("explained")}, unique ("settlement_id", "producer_id", "linkage_version_id"))`)
    this.addSql(`create table if not exists "settlement_import" ("id" text primary key, "settlement_id" text not null references "settlement" ("id"), "filename" text not null, "sha256" text not null, "lines" integer not null, ${WHO("imported", "not null")}, unique ("settlement_id", "sha256"))`)
    this.addSql(`create table if not exists "settlement_scan" ("id" text primary key, "batch_id" text not null references "settlement_batch" ("id"), "filename" text not null, "mime" text not null, "sha256" text not null, "content_sealed" text not null, ${WHO("uploaded", "not null")}, unique ("batch_id", "sha256"))`)
  }

  /** An entry is taken up to its amount, never beyond, whoever asks: one at a time, in every process. */
  private guardItems(): void {
    this.addSql(`
      create or replace function "settlement_check_items"() returns trigger language plpgsql as $$
      declare bad text;
      begin
        perform pg_advisory_xact_lock(hashtextextended('settlement', 0));
        select n.journal_id into bad from (select distinct journal_id, position from new_items) n
          left join ledger_entry e on e.journal_id = n.journal_id and e.position = n.position
          left join ledger_journal j on j.id = n.journal_id
          cross join lateral (select sum(i.amount_fen) as sum, bool_and(sign(i.amount_fen) = sign(e.amount_fen)) as same from settlement_item i
            where i.journal_id = n.journal_id and i.position = n.position and i.released_at is null) taken
          where e.account is distinct from 'payable' or e.beneficiary_id is null or j.order_id is null or not taken.same or abs(taken.sum) > abs(e.amount_fen) limit 1;
        if found then
          raise exception 'journal % has an entry that is settled already, or cannot be', bad using errcode = 'unique_violation', constraint = 'IDX_settlement_item_once';
        end if;
        return null;
      end $$`)
    this.addSql(`create or replace trigger "settlement_item_within_entry" after insert on "settlement_item" referencing new table as new_items for each statement execute function "settlement_check_items"()`)
    this.addSql(`
      create or replace function "settlement_only_release"() returns trigger language plpgsql as $$
      begin
        if tg_op = 'UPDATE' and old.released_at is null and new.released_at is not null
          and (old.journal_id, old.position, old.amount_fen, old.payment_id, old.write_off_id) is not distinct from (new.journal_id, new.position, new.amount_fen, new.payment_id, new.write_off_id) then
          return new;
        end if;
        raise exception 'what a settlement took is released once and never changed' using errcode = 'restrict_violation';
      end $$`)
    this.addSql(`create or replace trigger "settlement_item_only_release" before update or delete on "settlement_item" for each row execute function "settlement_only_release"()`)
  }

  /** Scans and return files are what an auditor asks for: only a scan's seal is renewed. */
  private keepEvidence(): void {
    this.addSql(`
      create or replace function "settlement_keep_evidence"() returns trigger language plpgsql as $$
      begin
        if tg_op = 'UPDATE' and to_jsonb(new) - 'content_sealed' = to_jsonb(old) - 'content_sealed' then
          return new;
        end if;
        raise exception 'the evidence of a payout only grows' using errcode = 'restrict_violation';
      end $$`)
    for (const table of ["settlement_scan", "settlement_import"]) {
      this.addSql(`create or replace trigger "${table}_only_grows" before update or delete on "${table}" for each row execute function "settlement_keep_evidence"()`)
    }
  }

  override async down(): Promise<void> {
    for (const table of TABLES) this.addSql(`drop table if exists "${table}" cascade`)
    for (const routine of ["settlement_check_items", "settlement_only_release", "settlement_keep_evidence"]) this.addSql(`drop function if exists "${routine}"() cascade`)
  }
}

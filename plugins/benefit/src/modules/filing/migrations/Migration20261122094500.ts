import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Reporting units, what regions want of them, their filings month by month, and what an accepted filing holds for good. */
export class Migration20261122094500 extends Migration {
  override async up(): Promise<void> {
    this.addUnits()
    this.addFilings()
    this.addContents()
    this.addDesk()
    this.addGuards()
  }

  private addUnits(): void {
    this.addSql(`
      create table if not exists "reporting_unit" (
        "id" text primary key,
        "name" text not null,
        "kind" text not null check ("kind" in ('town', 'office', 'organisation')),
        "region_code" text not null,
        "region_prefix" text not null,
        "organisation_id" text null,
        "parent_id" text null references "reporting_unit" ("id"),
        "contact" text null,
        "since" text not null,
        "until" text null,
        "remind_days" integer not null,
        "created_at" timestamptz not null default now(),
        unique ("region_code", "name"),
        check (("kind" = 'organisation') = ("organisation_id" is not null)),
        check ("parent_id" <> "id")
      )`)
    this.addSql(`
      create table if not exists "reporting_setting" (
        "region_code" text not null,
        "valid_from" text not null,
        "cutoff_day" integer not null check ("cutoff_day" between 1 and 31),
        "due_day" integer not null check ("due_day" between 1 and 31),
        "stage" text not null check ("stage" in ('payable', 'settled')),
        primary key ("region_code", "valid_from")
      )`)
  }

  private addFilings(): void {
    this.addSql(`
      create table if not exists "filing" (
        "id" text primary key,
        "unit_id" text not null references "reporting_unit" ("id"),
        "period" text not null,
        "state" text not null default 'open' check ("state" in ('open', 'submitted', 'returned', 'accepted')),
        "version" integer not null default 0,
        "from_at" timestamptz not null,
        "to_at" timestamptz not null,
        "due_at" timestamptz not null,
        "stage" text not null,
        "submitted_at" timestamptz null,
        "submitted_by" text null,
        "is_late" boolean null,
        "sealed_height" bigint null,
        "seal_root" text null,
        "read_at" timestamptz null,
        "entries" integer null,
        "digest" text null,
        "earned_fen" bigint null,
        "rows_fen" bigint null,
        "payees" integer null,
        "accepted_at" timestamptz null,
        "accepted_by" text null,
        unique ("unit_id", "period"),
        check ("from_at" < "to_at" and "to_at" <= "due_at"),
        check (("state" = 'accepted') = ("accepted_by" is not null)),
        check ("accepted_by" <> "submitted_by")
      )`)
    this.addSql(`
      create table if not exists "filing_step" (
        "id" bigint generated always as identity primary key,
        "filing_id" text not null references "filing" ("id"),
        "act" text not null,
        "actor_id" text not null,
        "at" timestamptz not null,
        "note" text not null default ''
      )`)
    this.addSql(`create index if not exists "IDX_filing_step_filing_id" on "filing_step" ("filing_id")`)
  }

  /** Frozen at acceptance: a movement of a household, a payment, stand in one filing of a unit at most. */
  private addContents(): void {
    this.addSql(`
      create table if not exists "filing_entry" (
        "unit_id" text not null,
        "journal_id" text not null,
        "position" smallint not null,
        "filing_id" text not null references "filing" ("id"),
        "beneficiary_id" text null,
        "account" text not null,
        "amount_fen" bigint not null,
        primary key ("unit_id", "journal_id", "position")
      )`)
    this.addSql(`create index if not exists "IDX_filing_entry_filing_id" on "filing_entry" ("filing_id")`)
    this.addSql(`create index if not exists "IDX_filing_entry_journal_id" on "filing_entry" ("journal_id", "position")`)
    this.addSql(`
      create table if not exists "filing_payee" (
        "filing_id" text not null references "filing" ("id"),
        "household_id" text not null,
        "earned_fen" bigint not null,
        "brought_fen" bigint not null,
        "listed_fen" bigint not null,
        "owing_fen" bigint not null check ("owing_fen" <= 0),
        primary key ("filing_id", "household_id")
      )`)
    this.addSql(`
      create table if not exists "filing_payment" (
        "unit_id" text not null,
        "payment_id" text not null,
        "filing_id" text not null references "filing" ("id"),
        primary key ("unit_id", "payment_id")
      )`)
    this.addSql(`
      create table if not exists "filing_paper" (
        "filing_id" text not null references "filing" ("id"),
        "kind" text not null check ("kind" in ('roster', 'evidence')),
        "number" text not null,
        "sha256" text not null,
        primary key ("filing_id", "kind")
      )`)
  }

  private addDesk(): void {
    this.addSql(`
      create table if not exists "filing_attachment" (
        "id" text primary key,
        "filing_id" text not null references "filing" ("id"),
        "item" text not null,
        "name" text not null,
        "media_type" text not null check ("media_type" in ('application/pdf', 'image/jpeg', 'image/png')),
        "sha256" text not null,
        "content" bytea not null check (octet_length("content") <= 10485760),
        "uploaded_by" text not null,
        "uploaded_at" timestamptz not null,
        "withdrawn_at" timestamptz null,
        "withdrawn_by" text null
      )`)
    this.addSql(`create unique index if not exists "IDX_filing_attachment_once" on "filing_attachment" ("filing_id", "item", "sha256") where "withdrawn_at" is null`)
    this.addSql(`
      create table if not exists "filing_reason" (
        "id" bigint generated always as identity primary key,
        "filing_id" text not null references "filing" ("id"),
        "item" text not null,
        "reason" text not null,
        "actor_id" text not null,
        "at" timestamptz not null
      )`)
    this.addSql(`create index if not exists "IDX_filing_reason_filing_id" on "filing_reason" ("filing_id")`)
  }

  private addGuards(): void {
    this.addSql(`
      create or replace function "filing_refuse_change"() returns trigger language plpgsql as $$
      begin
        raise exception '% of % is refused: a filing keeps what it held', tg_op, tg_table_name using errcode = 'restrict_violation';
      end $$`)
    this.addSql(`
      create or replace function "filing_keep_accepted"() returns trigger language plpgsql as $$
      begin
        if old.state = 'accepted' or new.id <> old.id or new.unit_id <> old.unit_id or new.period <> old.period then
          raise exception 'filing % is accepted and does not change', old.id using errcode = 'restrict_violation';
        end if;
        return new;
      end $$`)
    this.addSql(`
      create or replace function "filing_freeze_once"() returns trigger language plpgsql as $$
      declare bad text;
      begin
        select n.filing_id into bad from (select distinct filing_id from new_rows) n left join filing f on f.id = n.filing_id where f.state is distinct from 'submitted' limit 1;
        if bad is not null then
          raise exception 'filing % takes nothing more', bad using errcode = 'restrict_violation';
        end if;
        return null;
      end $$`)
    this.addSql(`
      create or replace function "filing_desk_is_open"() returns trigger language plpgsql as $$
      begin
        if (select f.state not in ('open', 'returned') from filing f where f.id = new.filing_id) then
          raise exception 'filing % is submitted: nothing is attached or explained any more', new.filing_id using errcode = 'restrict_violation';
        end if;
        if tg_op = 'UPDATE' then
          if to_jsonb(new) - '{withdrawn_at,withdrawn_by}'::text[] <> to_jsonb(old) - '{withdrawn_at,withdrawn_by}'::text[] or old.withdrawn_at is not null then
            raise exception 'an attachment is withdrawn or stays as it is' using errcode = 'restrict_violation';
          end if;
        end if;
        return new;
      end $$`)
    this.addSql(`create or replace trigger "filing_accepted_stays" before update on "filing" for each row execute function "filing_keep_accepted"()`)
    for (const table of ["filing_entry", "filing_payee", "filing_payment"]) {
      this.addSql(`create or replace trigger "${table}_frozen_once" after insert on "${table}" referencing new table as new_rows for each statement execute function "filing_freeze_once"()`)
    }
    for (const table of ["filing_entry", "filing_payee", "filing_payment", "filing_paper", "filing_step", "filing_reason"]) {
      this.addSql(`create or replace trigger "${table}_only_grows" before update or delete or truncate on "${table}" for each statement execute function "filing_refuse_change"()`)
    }
    for (const table of ["filing", "filing_attachment"]) this.addSql(`create or replace trigger "${table}_not_emptied" before truncate on "${table}" for each statement execute function "filing_refuse_change"()`)
    this.addSql(`create or replace trigger "filing_attachment_stays" before delete on "filing_attachment" for each statement execute function "filing_refuse_change"()`)
    this.addSql(`create or replace trigger "filing_stays" before delete on "filing" for each row when (old.state <> 'open' or old.version <> 0) execute function "filing_refuse_change"()`)
    this.addSql(`create or replace trigger "filing_reason_while_open" before insert on "filing_reason" for each row execute function "filing_desk_is_open"()`)
    this.addSql(`create or replace trigger "filing_attachment_while_open" before insert or update on "filing_attachment" for each row execute function "filing_desk_is_open"()`)
  }

  override async down(): Promise<void> {
    for (const table of ["filing_reason", "filing_attachment", "filing_paper", "filing_payment", "filing_payee", "filing_entry", "filing_step", "filing", "reporting_setting", "reporting_unit"]) {
      this.addSql(`drop table if exists "${table}" cascade`)
    }
    for (const routine of ["filing_refuse_change", "filing_keep_accepted", "filing_freeze_once", "filing_desk_is_open"]) this.addSql(`drop function if exists "${routine}"() cascade`)
  }
}

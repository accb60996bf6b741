import { Migration } from "@medusajs/framework/mikro-orm/migrations"

const FROZEN = ["voucher", "voucher_row", "voucher_scan"]

/** Documents that prove benefit outside the shop. What they say never changes, nothing is deleted: a trigger sees to it. */
export class Migration20261122093117 extends Migration {
  override async up(): Promise<void> {
    this.addTables()
    this.addSql(`
      create or replace function "voucher_refuse_change"() returns trigger language plpgsql as $$
      begin
        raise exception 'evidence only grows: % on % is refused, enter a correction', tg_op, tg_table_name using errcode = 'restrict_violation';
      end $$`)
    for (const table of FROZEN) this.addSql(`create or replace trigger "${table}_stays" before delete or truncate on "${table}" for each statement execute function "voucher_refuse_change"()`)
    this.addSql(`create or replace trigger "voucher_row_is_fixed" before update on "voucher_row" for each statement execute function "voucher_refuse_change"()`)
    this.guardVoucher()
    this.guardParts()
    this.addSql(`
      create table if not exists "intake_run" (
        "id" text primary key, "kind" text not null, "mode" text not null, "file_sha256" text not null, "regions" text[] not null,
        "state" text not null default 'running' check ("state" in ('running', 'done', 'refused', 'failed')),
        "read_rows" integer not null default 0, "good_rows" integer not null default 0, "written_rows" integer not null default 0,
        "faults" jsonb not null default '[]', "fault_count" integer not null default 0, "message" text null,
        "started_by" text not null, "started_at" timestamptz not null default now(), "beat_at" timestamptz not null default now()
      )`)
  }

  private addTables(): void {
    this.addSql(`
      create table if not exists "voucher" (
        "id" text primary key, "number" text not null unique,
        "kind" text not null check ("kind" in ('direct_purchase', 'wages', 'rent')),
        "payer_kind" text not null check ("payer_kind" in ('unit', 'producer', 'collective')),
        "payer_id" text null, "payer_name" text not null, "payer_person" text null, "payment_way" text null,
        "region_code" text not null, "period" text not null, "paid_on" text not null, "total_fen" bigint not null check ("total_fen" >= 0),
        "content_hash" text not null, "file_sha256" text null, "corrects" text null references "voucher" ("id"), "reason" text null,
        "created_by" text not null, "created_at" timestamptz not null default now(),
        "state" text not null default 'draft' check ("state" in ('draft', 'approved', 'rejected', 'withdrawn', 'corrected')),
        "decided_by" text null, "decided_at" timestamptz null, "decision_reason" text null,
        "scan_id" text null, "journal_id" text null unique, "reversal_id" text null unique, "corrected_by" text null unique
      )`)
    this.addSql(`create index if not exists "IDX_voucher_period" on "voucher" ("period", "kind")`)
    this.addSql(`create unique index if not exists "UQ_voucher_corrects" on "voucher" ("corrects") where "state" in ('draft', 'approved', 'corrected') and "corrects" is not null`)
    this.addSql(`
      create table if not exists "voucher_row" (
        "voucher_id" text not null references "voucher" ("id"), "position" integer not null, "household_id" text not null,
        "goods" text not null, "quantity" text not null, "amount_fen" bigint not null check ("amount_fen" > 0), "paid_on" text not null, "note" text null,
        primary key ("voucher_id", "position")
      )`)
    this.addSql(`create index if not exists "IDX_voucher_row_household_id" on "voucher_row" ("household_id")`)
    this.addSql(`
      create table if not exists "voucher_scan" (
        "id" text primary key, "voucher_id" text not null references "voucher" ("id"), "sha256" text not null, "mime" text not null, "bytes" integer not null,
        "content_sealed" text not null, "uploaded_by" text not null, "uploaded_at" timestamptz not null default clock_timestamp()
      )`)
    this.addSql(`create index if not exists "IDX_voucher_scan_voucher_id" on "voucher_scan" ("voucher_id")`)
    // What is said once: a row of a payer, a file. Released when its document is sent back or withdrawn.
    this.addSql(`create table if not exists "voucher_claim" ("key" text primary key, "voucher_id" text not null)`)
    this.addSql(`create index if not exists "IDX_voucher_claim_voucher_id" on "voucher_claim" ("voucher_id")`)
    this.addSql(`create table if not exists "voucher_counter" ("name" text primary key, "last" integer not null)`)
  }

  /** Only the decision may be written, once; after it only that a correction took its place. */
  private guardVoucher(): void {
    this.addSql(`
      create or replace function "voucher_guard"() returns trigger language plpgsql as $$
      declare decision text[] := array['state', 'decided_by', 'decided_at', 'decision_reason', 'scan_id', 'journal_id', 'reversal_id', 'corrected_by'];
      begin
        if to_jsonb(new) - decision is distinct from to_jsonb(old) - decision
          or not ((old.state = 'draft' and new.state in ('approved', 'rejected', 'withdrawn') and new.corrected_by is null)
            or (old.state = 'approved' and new.state = 'corrected' and new.corrected_by is not null
              and to_jsonb(new) - array['state', 'corrected_by'] = to_jsonb(old) - array['state', 'corrected_by'])) then
          raise exception 'voucher % stays as it is: enter a correction', old.number using errcode = 'restrict_violation';
        end if;
        return new;
      end $$`)
    this.addSql(`create or replace trigger "voucher_is_fixed" before update on "voucher" for each row execute function "voucher_guard"()`)
  }

  /** Rows come with their document, scans while it is a draft. A scan may be sealed anew under another key. */
  private guardParts(): void {
    this.addSql(`
      create or replace function "voucher_row_guard"() returns trigger language plpgsql as $$
      begin
        if exists (select 1 from new_rows n left join voucher v on v.id = n.voucher_id where v.id is null or v.created_at <> now()) then
          raise exception 'rows come with their voucher' using errcode = 'restrict_violation';
        end if;
        return null;
      end $$`)
    this.addSql(`create or replace trigger "voucher_row_comes_once" after insert on "voucher_row" referencing new table as new_rows for each statement execute function "voucher_row_guard"()`)
    this.addSql(`
      create or replace function "voucher_scan_guard"() returns trigger language plpgsql as $$
      begin
        if tg_op = 'UPDATE' and to_jsonb(new) - 'content_sealed' is distinct from to_jsonb(old) - 'content_sealed' then
          raise exception 'scan % stays as it is', old.id using errcode = 'restrict_violation';
        elsif tg_op = 'INSERT' and not exists (select 1 from voucher where id = new.voucher_id and state = 'draft') then
          raise exception 'voucher % is decided', new.voucher_id using errcode = 'restrict_violation';
        end if;
        return new;
      end $$`)
    this.addSql(`create or replace trigger "voucher_scan_is_fixed" before insert or update on "voucher_scan" for each row execute function "voucher_scan_guard"()`)
  }

  override async down(): Promise<void> {
    throw new Error("evidence only grows: this migration is not taken back")
  }
}

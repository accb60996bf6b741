import { Migration } from "@medusajs/framework/mikro-orm/migrations"

const TABLES = ["invoice_line", "invoice", "statement_file", "bank_allocation", "bank_row", "bank_file", "statement_line", "statement", "statement_counter"]

/** Monthly statements, money that arrived at the bank and how it was spread over orders, invoices. Money is fen. */
export class Migration20261122130800 extends Migration {
  override async up(): Promise<void> {
    this.addStatements()
    this.freezeConfirmed()
    this.addBank()
    this.addInvoices()
  }

  private addStatements(): void {
    this.addSql(`create table if not exists "statement_counter" ("month" text primary key, "last" integer not null check ("last" > 0))`)
    this.addSql(`
      create table if not exists "statement" (
        "id" text primary key,
        "number" text not null unique,
        "organisation_id" text not null,
        "seller_id" text not null,
        "month" text not null,
        "state" text not null check ("state" in ('draft', 'sent', 'disputed', 'adjusted', 'confirmed', 'settled')),
        "revision" integer not null default 1,
        "waiting" integer not null default 0,
        "drawn_at" timestamptz not null,
        "sent_by" text null,
        "sent_at" timestamptz null,
        "confirmed_by" text null,
        "confirmed_at" timestamptz null,
        "sha256" text null,
        "settled_at" timestamptz null,
        unique ("organisation_id", "seller_id", "month")
      )`)
    this.addSql(`
      create table if not exists "statement_line" (
        "id" text primary key,
        "statement_id" text not null references "statement" ("id"),
        "order_id" text not null,
        "variant_id" text not null,
        "occurrence_id" text not null,
        "delivery_date" text not null,
        "title" text not null,
        "specification" text not null,
        "quantity" numeric not null,
        "unit_price_fen" bigint not null,
        "amount_fen" bigint not null,
        "due_fen" bigint not null,
        "dispute" text null,
        "disputed_by" text null,
        "disputed_at" timestamptz null,
        "resolution" text null,
        "resolved_by" text null,
        "resolved_at" timestamptz null,
        unique ("statement_id", "order_id", "variant_id"),
        check ("amount_fen" = "due_fen" or ("due_fen" >= 0 and "due_fen" < "amount_fen"))
      )`)
    this.addSql(`create index if not exists "IDX_statement_line_order_id" on "statement_line" ("order_id")`)
  }

  /** What both sides agreed on stays as it was agreed. */
  private freezeConfirmed(): void {
    this.addSql(`
      create or replace function "statement_frozen"() returns trigger language plpgsql as $$
      begin
        if exists (select 1 from "statement" s where s.id = case when tg_op = 'INSERT' then new.statement_id else old.statement_id end and s.state in ('confirmed', 'settled')) then
          raise exception 'a confirmed statement does not change' using errcode = 'restrict_violation';
        end if;
        return case when tg_op = 'DELETE' then old else new end;
      end $$`)
    this.addSql(`create or replace trigger "statement_line_frozen" before insert or update or delete on "statement_line" for each row execute function "statement_frozen"()`)
    this.addSql(`
      create or replace function "statement_head_frozen"() returns trigger language plpgsql as $$
      begin
        if old.state in ('confirmed', 'settled') and (tg_op = 'DELETE' or new.state not in ('confirmed', 'settled') or
          (new.number, new.organisation_id, new.seller_id, new.month, new.revision, new.confirmed_by, new.confirmed_at, new.sha256)
          is distinct from (old.number, old.organisation_id, old.seller_id, old.month, old.revision, old.confirmed_by, old.confirmed_at, old.sha256)) then
          raise exception 'a confirmed statement does not change' using errcode = 'restrict_violation';
        end if;
        return case when tg_op = 'DELETE' then old else new end;
      end $$`)
    this.addSql(`create or replace trigger "statement_frozen" before update or delete on "statement" for each row execute function "statement_head_frozen"()`)
  }

  private addBank(): void {
    this.addSql(`
      create table if not exists "bank_file" (
        "id" text primary key,
        "sha256" text not null unique,
        "filename" text not null,
        "imported_by" text not null,
        "imported_at" timestamptz not null
      )`)
    this.addSql(`
      create table if not exists "bank_row" (
        "id" text primary key,
        "file_id" text not null references "bank_file" ("id"),
        "line" integer not null,
        "reference" text not null unique,
        "received_on" text not null,
        "amount_fen" bigint not null check ("amount_fen" > 0),
        "payer" text not null,
        "memo" text not null,
        "match" text not null default 'unmatched' check ("match" in ('exact', 'partial', 'over', 'unmatched')),
        "organisation_id" text null,
        "statement_ids" text[] not null default '{}',
        "reason" text null,
        "dismissed_fen" bigint not null default 0 check ("dismissed_fen" >= 0 and "dismissed_fen" <= "amount_fen"),
        "dismissed_as" text null check ("dismissed_as" in ('send_back', 'set_aside')),
        "dismissed_by" text null,
        "dismissed_at" timestamptz null
      )`)
    this.addSql(`
      create table if not exists "bank_allocation" (
        "id" bigint generated always as identity primary key,
        "row_id" text not null references "bank_row" ("id"),
        "act" integer not null,
        "statement_id" text not null references "statement" ("id"),
        "order_id" text not null,
        "organisation_id" text not null,
        "amount_fen" bigint not null check ("amount_fen" > 0),
        "reference" text not null,
        "actor_id" text not null,
        "booked_at" timestamptz null,
        "released_at" timestamptz null,
        "reason" text null,
        unique ("order_id", "reference"),
        check ("booked_at" is null or "released_at" is null)
      )`)
    this.addSql(`create index if not exists "IDX_bank_allocation_pending" on "bank_allocation" ("organisation_id") where "booked_at" is null and "released_at" is null`)
    this.addSql(`create index if not exists "IDX_bank_allocation_row_id" on "bank_allocation" ("row_id")`)
  }

  private addInvoices(): void {
    this.addSql(`create table if not exists "statement_file" ("id" text primary key, "mime" text not null, "sha256" text not null, "content_sealed" text not null, "uploaded_by" text not null, "uploaded_at" timestamptz not null)`)
    this.addSql(`
      create table if not exists "invoice" (
        "id" text primary key,
        "organisation_id" text not null,
        "seller_id" text not null,
        "title" text not null,
        "tax_number" text not null,
        "kind" text not null check ("kind" in ('ordinary', 'special')),
        "note" text not null,
        "state" text not null check ("state" in ('requested', 'issued', 'red', 'withdrawn')),
        "requested_by" text not null,
        "requested_at" timestamptz not null,
        "number" text null unique,
        "issued_on" text null,
        "file_id" text null references "statement_file" ("id"),
        "red_number" text null unique,
        "red_on" text null,
        "red_reason" text null,
        "red_file_id" text null references "statement_file" ("id"),
        check ("state" in ('requested', 'withdrawn') or ("number" is not null and "issued_on" is not null and "file_id" is not null)),
        check ("state" <> 'red' or ("red_number" is not null and "red_on" is not null and "red_file_id" is not null))
      )`)
    this.addSql(`create index if not exists "IDX_invoice_organisation_id" on "invoice" ("organisation_id")`)
    this.addSql(`create table if not exists "invoice_line" ("invoice_id" text not null references "invoice" ("id"), "order_id" text not null, "amount_fen" bigint not null check ("amount_fen" > 0), primary key ("invoice_id", "order_id"))`)
    this.addSql(`create index if not exists "IDX_invoice_line_order_id" on "invoice_line" ("order_id")`)
  }

  override async down(): Promise<void> {
    for (const table of TABLES) this.addSql(`drop table if exists "${table}" cascade`)
    for (const name of ["statement_frozen", "statement_head_frozen"]) this.addSql(`drop function if exists "${name}"() cascade`)
  }
}

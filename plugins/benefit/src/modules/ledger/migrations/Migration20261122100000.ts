import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** What each line was and what was paid for it, written with its postings; and what sealed blocks add up to by these headings. */
export class Migration20261122100000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      create table if not exists "ledger_line" (
        "line_item_id" text primary key,
        "order_id" text not null,
        "product_id" text not null,
        "producer_id" text not null,
        "organisation_id" text not null,
        "source" text not null
      )`)
    this.addSql(`create index if not exists "IDX_ledger_line_order_id" on "ledger_line" ("order_id")`)
    this.addSql(`
      create table if not exists "ledger_sale" (
        "line_item_id" text not null,
        "payment_id" text not null,
        "at" timestamptz not null,
        "amount_fen" bigint not null,
        primary key ("line_item_id", "payment_id")
      )`)
    this.addSql(`create index if not exists "IDX_ledger_sale_at" on "ledger_sale" ("at")`)
    this.addSql(`create index if not exists "IDX_ledger_journal_evidence" on "ledger_journal" ("event_at") where "order_id" is null`)
    this.addSql(`
      create table if not exists "ledger_line_total" (
        "period" text not null,
        "category" text not null,
        "producer_id" text not null,
        "product_id" text not null,
        "organisation_id" text not null,
        "source" text not null,
        "account" text not null,
        "amount_fen" bigint not null,
        primary key ("period", "category", "producer_id", "product_id", "organisation_id", "source", "account")
      )`)
  }

  override async down(): Promise<void> {
    for (const table of ["ledger_line_total", "ledger_sale", "ledger_line"]) this.addSql(`drop table if exists "${table}"`)
    this.addSql(`drop index if exists "IDX_ledger_journal_evidence"`)
  }
}

import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** What organisations seek, and what producers offer for it. Money is fen. */
export class Migration20261122181900 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create sequence if not exists "demand_number"`)
    this.addSql(`
      create table if not exists "demand" (
        "id" text primary key,
        "number" text not null unique,
        "organisation_id" text not null,
        "title" text not null,
        "from_day" text not null, "to_day" text not null, "weekdays" integer[] not null, "quote_by" text not null,
        "origin_code" text null,
        "note" text not null,
        "lines" jsonb not null,
        "stage" text not null check ("stage" in ('open', 'chosen', 'withdrawn')),
        "created_by" text not null, "created_at" timestamptz not null,
        "decided_by" text null, "decided_at" timestamptz null,
        "quote_id" text null, "reason" text null, "agreement_id" text null,
        check (("stage" = 'chosen') = ("quote_id" is not null))
      )`)
    this.addSql(`create index if not exists "IDX_demand_organisation" on "demand" ("organisation_id", "created_at" desc)`)
    this.addSql(`create index if not exists "IDX_demand_open" on "demand" ("quote_by") where "stage" = 'open'`)
    this.addSql(`
      create table if not exists "demand_quote" (
        "id" text primary key,
        "demand_id" text not null references "demand" ("id"),
        "producer_id" text not null,
        "valid_to" text not null,
        "note" text not null,
        "quoted_by" text not null, "quoted_at" timestamptz not null,
        "withdrawn_at" timestamptz null
      )`)
    this.addSql(`create unique index if not exists "IDX_demand_quote_one" on "demand_quote" ("demand_id", "producer_id") where "withdrawn_at" is null`)
    this.addSql(`
      create table if not exists "demand_quote_line" (
        "quote_id" text not null references "demand_quote" ("id"),
        "line" integer not null,
        "variant_id" text not null,
        "unit_price_fen" bigint not null check ("unit_price_fen" > 0),
        "content_milli" bigint not null check ("content_milli" > 0),
        primary key ("quote_id", "line")
      )`)
  }

  override async down(): Promise<void> {
    for (const table of ["demand_quote_line", "demand_quote", "demand"]) this.addSql(`drop table if exists "${table}"`)
    this.addSql(`drop sequence if exists "demand_number"`)
  }
}

import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** 直采直供基地: who grows what where, and which units supported it from when until when. */
export class Migration20261123060100 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      create table if not exists "supply_base" (
        "id" text primary key, "version" integer not null default 1,
        "name" text not null, "region_code" text not null,
        "scale" integer not null check ("scale" > 0), "scale_unit" text not null check ("scale_unit" in ('mu', 'head', 'bird', 'fish', 'piece', 'shed')),
        "producer_ids" text[] not null check (cardinality("producer_ids") > 0), "product_ids" text[] not null check (cardinality("product_ids") > 0),
        "since" text not null, "sign_number" text not null default '',
        "state" text not null check ("state" in ('proposed', 'confirmed', 'declined', 'ended')), "ended_on" text null, "reason" text not null default '',
        "entered_by" text not null, "entered_at" timestamptz not null, "changed_by" text not null, "changed_at" timestamptz not null,
        unique ("region_code", "name"),
        check (("state" = 'ended') = ("ended_on" is not null)), check ("ended_on" is null or "ended_on" >= "since"),
        check ("state" not in ('declined', 'ended') or "reason" <> '')
      )`)
    this.addSql(`create index if not exists "IDX_supply_base_product_ids" on "supply_base" using gin ("product_ids")`)
    this.addSql(`
      create table if not exists "supply_base_support" (
        "base_id" text not null references "supply_base" ("id") on delete cascade, "organisation_id" text not null,
        "since" text not null, "until" text null check ("until" is null or "until" >= "since"),
        primary key ("base_id", "organisation_id", "since")
      )`)
    this.addSql(`create index if not exists "IDX_supply_base_support_organisation" on "supply_base_support" ("organisation_id")`)
  }

  override async down(): Promise<void> {
    for (const table of ["supply_base_support", "supply_base"]) this.addSql(`drop table if exists "${table}"`)
  }
}

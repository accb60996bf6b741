import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Time-boxed group buys and the parts that buyers take in them. */
export class Migration20261122181500 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      create table if not exists "group_buy" (
        "id" text primary key,
        "title" text not null,
        "note" text not null,
        "variant_id" text not null,
        "producer_id" text not null,
        "region_code" text not null,
        "starts_at" timestamptz not null,
        "ends_at" timestamptz not null check ("ends_at" > "starts_at"),
        "tiers" jsonb not null,
        "capacity" integer not null check ("capacity" > 0),
        "per_buyer_cap" integer not null check ("per_buyer_cap" > 0),
        "state" text not null default 'draft' check ("state" in ('draft', 'open', 'reached', 'failed', 'settled', 'closed', 'cancelled')),
        "holds" jsonb not null default '[]',
        "units" integer null,
        "final_price_fen" bigint null,
        "reason" text null,
        "created_by" text not null,
        "created_at" timestamptz not null default now(),
        "ended_at" timestamptz null,
        check (("state" in ('reached', 'settled')) = ("final_price_fen" is not null))
      )`)
    this.addSql(`create index if not exists "IDX_group_buy_state_ends_at" on "group_buy" ("state", "ends_at")`)
    this.addSql(`
      create table if not exists "group_buy_part" (
        "id" text primary key,
        "group_buy_id" text not null references "group_buy" ("id"),
        "customer_id" text not null,
        "organisation_id" text null,
        "cart_id" text not null unique,
        "quantity" integer not null check ("quantity" > 0),
        "opening_price_fen" bigint not null check ("opening_price_fen" > 0),
        "created_at" timestamptz not null,
        "expires_at" timestamptz not null,
        "ready_at" timestamptz null,
        "claimed_at" timestamptz null,
        "leaving_at" timestamptz null,
        "counted" boolean null,
        "outcome" text null check ("outcome" in ('settled', 'left', 'refunded', 'dropped')),
        "outcome_at" timestamptz null,
        "problem" text null
      )`)
    this.addSql(`create index if not exists "IDX_group_buy_part_group_buy_id" on "group_buy_part" ("group_buy_id")`)
    this.addSql(`create index if not exists "IDX_group_buy_part_customer_id" on "group_buy_part" ("customer_id")`)
  }

  override async down(): Promise<void> {
    for (const table of ["group_buy_part", "group_buy"]) this.addSql(`drop table if exists "${table}" cascade`)
  }
}

import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Who acts for a producer, who is invited to, and which producers may only look. */
export class Migration20261123060300 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      create table if not exists "producer_invitation" (
        "id" text primary key,
        "producer_id" text not null,
        "code_hash" text not null unique,
        "note" text not null,
        "created_by" text not null, "created_at" timestamptz not null, "expires_at" timestamptz not null,
        "used_by" text null, "used_at" timestamptz null,
        "revoked_by" text null, "revoked_at" timestamptz null,
        check (("used_by" is null) = ("used_at" is null))
      )`)
    this.addSql(`create index if not exists "IDX_producer_invitation_producer" on "producer_invitation" ("producer_id", "created_at" desc)`)
    this.addSql(`
      create table if not exists "producer_member" (
        "id" text primary key,
        "producer_id" text not null,
        "customer_id" text not null,
        "invitation_id" text not null references "producer_invitation" ("id"),
        "invited_at" timestamptz not null, "verified_at" timestamptz not null,
        "left_at" timestamptz null, "ended_by" text null
      )`)
    this.addSql(`create unique index if not exists "IDX_producer_member_one" on "producer_member" ("producer_id", "customer_id") where "left_at" is null`)
    this.addSql(`create index if not exists "IDX_producer_member_customer" on "producer_member" ("customer_id")`)
    this.addSql(`
      create table if not exists "producer_stop" (
        "id" text primary key,
        "producer_id" text not null,
        "reason" text not null,
        "stopped_by" text not null, "stopped_at" timestamptz not null,
        "lifted_by" text null, "lifted_at" timestamptz null
      )`)
    this.addSql(`create unique index if not exists "IDX_producer_stop_one" on "producer_stop" ("producer_id") where "lifted_at" is null`)
  }

  override async down(): Promise<void> {
    for (const table of ["producer_stop", "producer_member", "producer_invitation"]) this.addSql(`drop table if exists "${table}"`)
  }
}

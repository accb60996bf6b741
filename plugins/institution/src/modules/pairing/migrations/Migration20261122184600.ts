import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Who helps whom, and how much is planned a year. Money is fen. */
export class Migration20261122184600 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      create table if not exists "pair" (
        "id" text primary key,
        "kind" text not null check ("kind" in ('east_west', 'counterpart', 'central', 'enterprise')),
        "payer_kind" text not null check ("payer_kind" in ('organisation', 'region')),
        "payer" text not null,
        "helped_code" text not null,
        "document" text not null,
        "since" text not null, "ended_on" text null,
        "changed_by" text not null, "changed_at" timestamptz not null,
        unique ("kind", "payer_kind", "payer", "helped_code"),
        check ("ended_on" is null or "ended_on" >= "since")
      )`)
    this.addSql(`create table if not exists "pair_target" ("pair_id" text not null references "pair" ("id") on delete cascade, "year" integer not null, "target_fen" bigint not null check ("target_fen" > 0), primary key ("pair_id", "year"))`)
  }

  override async down(): Promise<void> {
    for (const table of ["pair_target", "pair"]) this.addSql(`drop table if exists "${table}"`)
  }
}

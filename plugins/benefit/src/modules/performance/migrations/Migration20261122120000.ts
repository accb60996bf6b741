import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** What units are to reach in a year, and how a region scores them. What is said later holds; what was said stays. */
export class Migration20261122120000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      create table if not exists "unit_target" (
        "id" bigint generated always as identity primary key,
        "unit_id" text not null,
        "year" integer not null,
        "metric" text not null,
        "amount" bigint not null check ("amount" > 0),
        "set_by" text not null,
        "set_at" timestamptz not null default now()
      )`)
    this.addSql(`create index if not exists "IDX_unit_target_year" on "unit_target" ("year", "unit_id", "metric", "id")`)
    this.addSql(`
      create table if not exists "scorecard" (
        "id" bigint generated always as identity primary key,
        "region_code" text not null,
        "year" integer not null,
        "indicators" jsonb not null,
        "set_by" text not null,
        "set_at" timestamptz not null default now()
      )`)
    this.addSql(`create index if not exists "IDX_scorecard_year" on "scorecard" ("year", "region_code", "id")`)
    this.addSql(`
      create or replace function "performance_refuse_change"() returns trigger language plpgsql as $$
      begin
        raise exception 'what was planned stays on record: % on % is refused, say it anew', tg_op, tg_table_name using errcode = 'restrict_violation';
      end $$`)
    for (const table of ["unit_target", "scorecard"]) {
      this.addSql(`create or replace trigger "${table}_only_grows" before update or delete or truncate on "${table}" for each statement execute function "performance_refuse_change"()`)
    }
  }

  override async down(): Promise<void> {
    for (const table of ["scorecard", "unit_target"]) this.addSql(`drop table if exists "${table}"`)
    this.addSql(`drop function if exists "performance_refuse_change"()`)
  }
}

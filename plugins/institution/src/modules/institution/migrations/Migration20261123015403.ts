import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** What the hourly run writes of itself: when it began and ended, what it did, why deliveries failed, and what the calendars name and nobody laid out. */
export class Migration20261123015403 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      create table if not exists "standing_run" (
        "id" text primary key,
        "started_at" timestamptz not null default now(),
        "ended_at" timestamptz null,
        "result" jsonb null,
        "error" text null,
        "failures" jsonb not null default '[]',
        "gaps" jsonb not null default '[]'
      )`)
    this.addSql(`create index if not exists "IDX_standing_run_ended_at" on "standing_run" ("ended_at" desc)`)
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "standing_run"`)
  }
}

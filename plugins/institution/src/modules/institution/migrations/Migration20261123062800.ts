import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Days off for holidays of minorities, by a government's decision for its region and year. What was taken back stays on record. */
export class Migration20261123062800 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      create table if not exists "regional_holiday" (
        "id" text primary key, "region_code" text not null, "holiday" text not null, "year" integer not null,
        "from_on" text not null, "to_on" text not null check ("to_on" >= "from_on"), "document" text not null,
        "entered_by" text not null, "entered_at" timestamptz not null, "withdrawn_by" text null, "withdrawn_at" timestamptz null
      )`)
    this.addSql(`create unique index if not exists "IDX_regional_holiday" on "regional_holiday" ("region_code", "holiday", "year") where "withdrawn_at" is null`)
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "regional_holiday"`)
  }
}

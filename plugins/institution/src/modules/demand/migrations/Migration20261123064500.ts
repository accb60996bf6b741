import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Raw material by the tonne: standard, place and batches of the demand, and what a quote takes off for quality. */
export class Migration20261123064500 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`alter table "demand" add column if not exists "bulk" jsonb null`)
    this.addSql(`alter table "demand_quote" add column if not exists "deductions" jsonb not null default '[]'`)
  }

  override async down(): Promise<void> {
    this.addSql(`alter table "demand_quote" drop column if exists "deductions"`)
    this.addSql(`alter table "demand" drop column if exists "bulk"`)
  }
}

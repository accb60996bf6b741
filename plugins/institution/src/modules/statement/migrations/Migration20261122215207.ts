import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Why a person gave money to what it paid; empty where the row's own words said so. */
export class Migration20261122215207 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`alter table "bank_allocation" add column if not exists "chosen_because" text null`)
  }

  override async down(): Promise<void> {
    throw new Error("migrations only go forward")
  }
}

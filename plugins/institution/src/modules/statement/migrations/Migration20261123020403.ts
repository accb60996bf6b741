import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Why a unit buys (R26), where it says so. */
export class Migration20261123020403 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create table if not exists "unit_purchase_reason" ("organisation_id" text primary key, "reason" text not null check ("reason" in ('own_use', 'instead_of_donating', 'buying_to_help')), "changed_by" text not null, "changed_at" timestamptz not null)`)
  }

  override async down(): Promise<void> {
    throw new Error("migrations only go forward")
  }
}

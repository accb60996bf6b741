import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Bank rows that pay a pre-production contract by its code. */
export class Migration20261122215815 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`alter table "bank_allocation" add column if not exists "preorder_id" text null, drop constraint if exists "bank_allocation_target", add constraint "bank_allocation_target" check (num_nonnulls("order_id", "campaign_id", "preorder_id") = 1)`)
    this.addSql(`create unique index if not exists "IDX_bank_allocation_preorder_reference" on "bank_allocation" ("preorder_id", "reference")`)
  }

  override async down(): Promise<void> {
    throw new Error("migrations only go forward")
  }
}

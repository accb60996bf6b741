import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** What is reserved knows with what it was judged together (拆单); what was reserved before stands by itself. */
export class Migration20261123014901 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`alter table "spending_reservation" add column if not exists "together" text null`)
    this.addSql(`create index if not exists "IDX_spending_reservation_together" on "spending_reservation" ("together") where "released_at" is null`)
  }

  override async down(): Promise<void> {
    this.addSql(`drop index if exists "IDX_spending_reservation_together"`)
    this.addSql(`alter table "spending_reservation" drop column if exists "together"`)
  }
}

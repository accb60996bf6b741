import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * Requests and reservations know what was asked for, not its amount alone; whatever was approved before is asked anew. Several
 * purchases made elsewhere may stand on one proof, each on its own part of it.
 */
export class Migration20261122181201 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`alter table "spending_request" add column if not exists "content" jsonb not null default '[]', add column if not exists "content_hash" text not null default ''`)
    this.addSql(`alter table "spending_reservation" add column if not exists "content_hash" text not null default ''`)
    this.addSql(`alter table "spending_outside_purchase" add column if not exists "proof_part" integer not null default 0`)
    this.addSql(`drop index if exists "IDX_spending_outside_purchase_proof"`)
    this.addSql(`create unique index "IDX_spending_outside_purchase_proof" on "spending_outside_purchase" ("proof_sha256", "proof_part") where "state" <> 'refused'`)
  }

  override async down(): Promise<void> {
    this.addSql(`drop index if exists "IDX_spending_outside_purchase_proof"`)
    this.addSql(`alter table "spending_outside_purchase" drop column if exists "proof_part"`)
    this.addSql(`alter table "spending_reservation" drop column if exists "content_hash"`)
    this.addSql(`alter table "spending_request" drop column if exists "content_hash", drop column if exists "content"`)
  }
}

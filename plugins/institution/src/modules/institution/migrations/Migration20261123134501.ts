import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Whom the goods of a standing order are given to (爱心捐赠). */
export class Migration20261123134501 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`alter table "standing_order" add column if not exists "recipient_id" text null`)
  }

  override async down(): Promise<void> {
    this.addSql(`alter table "standing_order" drop column if exists "recipient_id"`)
  }
}

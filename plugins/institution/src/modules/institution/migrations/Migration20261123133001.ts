import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Why this is bought (R26), where it is said apart from what the unit says of all it buys. */
export class Migration20261123133001 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`alter table "standing_order" add column if not exists "reason" text null check ("reason" in ('own_use', 'instead_of_donating', 'buying_to_help'))`)
  }

  override async down(): Promise<void> {
    this.addSql(`alter table "standing_order" drop column if exists "reason"`)
  }
}

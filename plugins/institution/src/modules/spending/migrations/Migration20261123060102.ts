import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Whether the office or a manager of the unit issued an invitation: what a manager's counts for is decided when it is used. */
export class Migration20261123060102 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`alter table "organisation_invitation" add column if not exists "side" text not null default 'office' check ("side" in ('office', 'unit'))`)
  }

  override async down(): Promise<void> {
    throw new Error("migrations only go forward")
  }
}

import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** What a unit bought is found by the unit. */
export class Migration20261122184900 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create index if not exists "IDX_ledger_line_organisation" on "ledger_line" ("organisation_id") where "organisation_id" <> ''`)
  }

  override async down(): Promise<void> {
    this.addSql(`drop index if exists "IDX_ledger_line_organisation"`)
  }
}

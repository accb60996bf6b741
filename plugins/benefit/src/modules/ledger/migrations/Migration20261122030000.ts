import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** When each source of a journal had happened, as it was known then: a bank's day that becomes known later is noticed. */
export class Migration20261122030000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`alter table if exists "ledger_journal" add column if not exists "source_ats" timestamptz[] not null default '{}'`)
  }

  override async down(): Promise<void> {
    this.addSql(`alter table if exists "ledger_journal" drop column if exists "source_ats"`)
  }
}

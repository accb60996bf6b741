import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** A statement's line says in what its goods were settled. */
export class Migration20261122215303 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`alter table "statement_line" add column if not exists "settle_by" text not null default 'count' check ("settle_by" in ('count', 'weight'))`)
  }

  override async down(): Promise<void> {
    this.addSql(`alter table "statement_line" drop column if exists "settle_by"`)
  }
}

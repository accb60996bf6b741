import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** From which lots goods were packed: of a date of a standing order, or of all of a campaign's orders. */
export class Migration20261123091700 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      create table if not exists "packed_lot" (
        "load_id" text not null, "variant_id" text not null, "lot_id" text not null,
        "packed_by" text not null, "packed_at" timestamptz not null, primary key ("load_id", "variant_id", "lot_id")
      )`)
    this.addSql(`create index if not exists "IDX_packed_lot_lot_id" on "packed_lot" ("lot_id")`)
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "packed_lot"`)
  }
}

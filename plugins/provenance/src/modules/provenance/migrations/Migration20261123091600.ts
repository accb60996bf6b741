import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Lots of products, known by a code; their facts are never changed, taking one back is written once. */
export class Migration20261123091600 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      create table if not exists "lot" (
        "id" text primary key, "code" text not null, "product_id" text not null, "producer_id" text not null references "producer" ("id") on update cascade,
        "made_on" text not null check ("made_on" ~ '^\\d{4}-\\d{2}-\\d{2}$'), "best_before" text null check ("best_before" >= "made_on"), "mark" text not null default '', "report" text not null default '',
        "entered_as" text not null check ("entered_as" in ('staff', 'producer')), "entered_by" text not null,
        "withdrawn_at" timestamptz null, "withdrawn_by" text null, "withdraw_reason" text null,
        "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null
      )`)
    this.addSql(`create unique index if not exists "IDX_lot_code_unique" on "lot" ("code") where "deleted_at" is null`)
    this.addSql(`create unique index if not exists "IDX_lot_producer_id_product_id_made_on_mark_unique" on "lot" ("producer_id", "product_id", "made_on", "mark") where "withdrawn_at" is null and "deleted_at" is null`)
    this.addSql(`create index if not exists "IDX_lot_product_id" on "lot" ("product_id") where "deleted_at" is null`)
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "lot"`)
  }
}

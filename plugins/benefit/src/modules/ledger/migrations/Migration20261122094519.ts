import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Why money went back, who bears it, and whether the households keep their benefit: said once for each refund. */
export class Migration20261122094519 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      create table if not exists "refund_cause" (
        "refund_id" text primary key,
        "cause" text not null check ("cause" in ('goods_bad', 'damaged_in_transport', 'shop_fault', 'goodwill')),
        "bearer" text not null check ("bearer" in ('producer', 'carrier', 'platform')),
        "keeps_benefit" boolean not null,
        "stated_by" text not null,
        "stated_at" timestamptz not null default now()
      )`)
    this.addSql(`create or replace trigger "refund_cause_only_grows" before update or delete or truncate on "refund_cause" for each statement execute function "ledger_refuse_change"()`)
  }

  override async down(): Promise<void> {
    throw new Error("the ledger only grows: this migration is not taken back")
  }
}

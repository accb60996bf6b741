import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Goods may be settled by weight: quantities of deliveries become exact decimals, and what a line comes to is said once, by the database. */
export class Migration20261122215203 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`alter table "supply_agreement_line" add column if not exists "settle_by" text not null default 'count' check ("settle_by" in ('count', 'weight'))`)
    this.addSql(`alter table "occurrence_line" alter column "requested" type numeric, alter column "supplied" type numeric, alter column "accepted" type numeric,
      add column if not exists "settle_by" text not null default 'count' check ("settle_by" in ('count', 'weight'))`)
    this.addSql(`alter table "occurrence_line" add constraint "occurrence_line_accepted_check" check ("accepted" = round("accepted", case "settle_by" when 'weight' then 3 else 0 end))`)
    this.addSql(`alter table "occurrence_line" add column if not exists "amount_fen" bigint not null generated always as (round(coalesce("accepted", "supplied") * "unit_price_fen")) stored`)
  }

  override async down(): Promise<void> {
    this.addSql(`alter table "occurrence_line" drop column if exists "amount_fen", drop constraint if exists "occurrence_line_accepted_check", drop column if exists "settle_by"`)
    this.addSql(`alter table "occurrence_line" alter column "requested" type integer using round("requested"), alter column "supplied" type integer using round("supplied"), alter column "accepted" type integer using round("accepted")`)
    this.addSql(`alter table "supply_agreement_line" drop column if exists "settle_by"`)
  }
}

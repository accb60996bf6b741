import { Migration } from "@medusajs/framework/mikro-orm/migrations"

const checked = (table: string, name: string, rule: string) => [`alter table "${table}" drop constraint if exists "${name}"`, `alter table "${table}" add constraint "${name}" check (${rule})`]

/** Members may choose between home and pick-up, may give an e-mail address, and an order is found by its recipient. */
export class Migration20261122182000 extends Migration {
  override async up(): Promise<void> {
    for (const sql of checked("campaign", "campaign_delivery_mode_check", `"delivery_mode" in ('home', 'pickup', 'either')`)) this.addSql(sql)
    for (const sql of checked("campaign_recipient", "campaign_recipient_outcome_check", `"outcome" in ('collected', 'proxy', 'delivered', 'unclaimed')`)) this.addSql(sql)
    this.addSql(`alter table "campaign_recipient" add column if not exists "delivery" text null check ("delivery" in ('home', 'pickup')),
      add column if not exists "email_sealed" text null`)
    this.addSql(`update "campaign_recipient" r set "delivery" = c."delivery_mode" from "campaign" c where c."id" = r."campaign_id" and c."state" not in ('draft', 'collecting') and r."delivery" is null`)
    this.addSql(`create index if not exists "IDX_campaign_order_recipient_id" on "campaign_order" ("recipient_id") where "recipient_id" is not null`)
    this.addSql(`create index if not exists "IDX_campaign_transfer_part_open" on "campaign_transfer_part" ("transfer_id", "order_id") where not "is_registered"`)
    this.addSql(`create index if not exists "IDX_campaign_recipient_mail" on "campaign_recipient" ("campaign_id") where "email_sealed" is not null and "left_at" is null`)
  }

  override async down(): Promise<void> {
    for (const name of ["IDX_campaign_order_recipient_id", "IDX_campaign_transfer_part_open", "IDX_campaign_recipient_mail"]) this.addSql(`drop index if exists "${name}"`)
    this.addSql(`alter table "campaign_recipient" drop column if exists "delivery", drop column if exists "email_sealed"`)
  }
}

import { Migration } from "@medusajs/framework/mikro-orm/migrations"

const STATES = (states: string) => [
  `alter table "campaign_order" drop constraint if exists "campaign_order_state_check"`, `alter table "campaign_order" add constraint "campaign_order_state_check" check ("state" in (${states}))`,
]

/** What was changed for members after the choosing had closed, and orders that others took the place of. */
export class Migration20261123091500 extends Migration {
  override async up(): Promise<void> {
    for (const sql of STATES("'planned', 'placed', 'refused', 'withdrawing', 'withdrawn'")) this.addSql(sql)
    this.addSql(`
      create table if not exists "campaign_change" (
        "id" text primary key,
        "campaign_id" text not null references "campaign" ("id"),
        "recipient_id" text not null references "campaign_recipient" ("id"),
        "from_pack_id" text null references "campaign_pack" ("id"),
        "to_pack_id" text null references "campaign_pack" ("id"),
        "heads" integer not null check ("heads" > 0),
        "given_back_fen" bigint not null,
        "reason" text not null,
        "changed_by" text not null,
        "changed_at" timestamptz not null default now()
      )`)
    this.addSql(`create index if not exists "IDX_campaign_change_campaign_id" on "campaign_change" ("campaign_id", "changed_at")`)
    this.addSql(`create index if not exists "IDX_campaign_change_recipient_id" on "campaign_change" ("recipient_id", "changed_at" desc)`)
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "campaign_change" cascade`)
    for (const sql of STATES("'planned', 'placed', 'refused'")) this.addSql(sql)
  }
}

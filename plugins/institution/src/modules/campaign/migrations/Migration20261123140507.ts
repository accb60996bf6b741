import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** By what it is proved that a parcel came to a member's home. */
export class Migration20261123140507 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      create table if not exists "campaign_parcel" (
        "order_id" text primary key references "campaign_order" ("id"),
        "campaign_id" text not null references "campaign" ("id"),
        "carrier" text null,
        "tracking_number" text null,
        "signed_on" text null,
        "proof" text null check ("proof" in ('carrier', 'member', 'organiser', 'returned')),
        "reason" text null,
        "is_accepted" boolean not null default false,
        "recorded_by" text not null,
        "recorded_at" timestamptz not null default now(),
        check ("proof" is distinct from 'carrier' or ("tracking_number" is not null and "signed_on" is not null)),
        check ("proof" is not null or "signed_on" is null),
        check ("proof" is null or "proof" not in ('organiser', 'returned') or "reason" is not null)
      )`)
    this.addSql(`create unique index if not exists "campaign_parcel_number" on "campaign_parcel" ("campaign_id", "carrier", "tracking_number") where "tracking_number" is not null`)
    this.addSql(`create index if not exists "IDX_campaign_parcel_unaccepted" on "campaign_parcel" ("recorded_at") where "signed_on" is not null and not "is_accepted"`)
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "campaign_parcel" cascade`)
  }
}

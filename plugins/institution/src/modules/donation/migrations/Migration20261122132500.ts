import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261122132500 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create table if not exists "donation_recipient" ("id" text not null, "name" text not null, "kind" text not null, "county_code" text not null, "detail" text not null, "contact" text not null, "phone" text not null, "need" text not null, "saved_by" text not null, "closed_at" timestamptz null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "donation_recipient_pkey" primary key ("id"))`)
    this.addSql(`create index if not exists "IDX_donation_recipient_deleted_at" on "donation_recipient" ("deleted_at") where deleted_at is null`)
    this.addSql(`create unique index if not exists "IDX_donation_recipient_name_county_code_unique" on "donation_recipient" ("name", "county_code") where deleted_at is null`)
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "donation_recipient" cascade`)
  }
}

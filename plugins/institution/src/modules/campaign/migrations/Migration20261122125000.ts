import { Migration } from "@medusajs/framework/mikro-orm/migrations"

const TABLES = ["campaign_attempt", "campaign_transfer_part", "campaign_transfer", "campaign_job", "campaign_order", "campaign_recipient", "campaign_pack_line", "campaign_pack", "campaign_minutes", "campaign"]

/** Gift-pack campaigns of unions: roster, choices, orders, the one payment and the hand-out. */
export class Migration20261122125000 extends Migration {
  override async up(): Promise<void> {
    this.addCampaigns()
    this.addPacks()
    this.addRecipients()
    this.addOrders()
    this.addTransfers()
  }

  private addCampaigns(): void {
    this.addSql(`
      create table if not exists "campaign" (
        "id" text primary key,
        "organisation_id" text not null,
        "title" text not null,
        "holiday" text not null,
        "year" integer not null,
        "holiday_on" text not null,
        "budget_fen" bigint not null check ("budget_fen" > 0),
        "floor_fen" bigint null,
        "cap_fen" bigint null,
        "choose_by" text not null,
        "delivery_mode" text not null check ("delivery_mode" in ('home', 'pickup')),
        "pickup" jsonb null,
        "pickup_phone_sealed" text null,
        "state" text not null check ("state" in ('draft', 'collecting', 'closed', 'approved', 'ordered', 'handing_out', 'done', 'cancelled')),
        "transfer_code" text not null unique,
        "cancel_reason" text null,
        "created_by" text not null,
        "created_at" timestamptz not null default now(),
        "moved_at" timestamptz not null default now(),
        "addresses_erased_at" timestamptz null,
        check ("delivery_mode" = 'home' or "pickup" is not null)
      )`)
    this.addSql(`create index if not exists "IDX_campaign_organisation_id" on "campaign" ("organisation_id")`)
    this.addSql(`
      create table if not exists "campaign_minutes" (
        "id" text primary key,
        "campaign_id" text not null references "campaign" ("id"),
        "filename" text not null,
        "mime" text not null,
        "sha256" text not null,
        "content_sealed" text not null,
        "uploaded_by" text not null,
        "uploaded_at" timestamptz not null default now()
      )`)
    this.addSql(`create index if not exists "IDX_campaign_minutes_campaign_id" on "campaign_minutes" ("campaign_id", "uploaded_at" desc)`)
  }

  private addPacks(): void {
    this.addSql(`
      create table if not exists "campaign_pack" (
        "id" text primary key,
        "campaign_id" text not null references "campaign" ("id"),
        "position" integer not null,
        "name" text not null,
        "price_fen" bigint not null check ("price_fen" > 0),
        "is_halal" boolean not null,
        "is_default" boolean not null,
        "stock_limit" integer null check ("stock_limit" > 0),
        "taken" integer not null default 0 check ("taken" >= 0),
        constraint "campaign_pack_name" unique ("campaign_id", "name")
      )`)
    this.addSql(`
      create table if not exists "campaign_pack_line" (
        "pack_id" text not null references "campaign_pack" ("id") on delete cascade,
        "position" integer not null,
        "variant_id" text not null,
        "quantity" integer not null check ("quantity" > 0),
        "unit_price_fen" bigint not null check ("unit_price_fen" >= 0),
        primary key ("pack_id", "position")
      )`)
    this.addSql(`create index if not exists "IDX_campaign_pack_line_variant_id" on "campaign_pack_line" ("variant_id")`)
  }

  private addRecipients(): void {
    this.addSql(`
      create table if not exists "campaign_recipient" (
        "id" text primary key,
        "campaign_id" text not null references "campaign" ("id"),
        "employee_number" text not null,
        "name_sealed" text not null,
        "phone_sealed" text not null,
        "phone_mark" text not null,
        "department" text not null,
        "diet" text not null check ("diet" in ('none', 'halal')),
        "heads" integer not null check ("heads" > 0),
        "address_sealed" text null,
        "token_hash" text not null unique,
        "pickup_code" text not null,
        "pack_id" text null references "campaign_pack" ("id"),
        "chosen_by" text null check ("chosen_by" in ('member', 'default', 'organiser')),
        "chosen_at" timestamptz null,
        "left_at" timestamptz null,
        "outcome" text null check ("outcome" in ('collected', 'proxy', 'unclaimed')),
        "handed_at" timestamptz null,
        "handed_by" text null,
        "proxy_sealed" text null,
        "proxy_reason" text null,
        "joined_at" timestamptz not null default now(),
        constraint "campaign_recipient_employee" unique ("campaign_id", "employee_number"),
        constraint "campaign_recipient_code" unique ("campaign_id", "pickup_code"),
        check (("pack_id" is null) = ("chosen_by" is null)),
        check ("outcome" <> 'proxy' or ("proxy_sealed" is not null and "proxy_reason" is not null))
      )`)
    this.addSql(`create unique index if not exists "campaign_recipient_phone" on "campaign_recipient" ("campaign_id", "phone_mark") where "left_at" is null`)
  }

  private addOrders(): void {
    this.addSql(`
      create table if not exists "campaign_order" (
        "id" text primary key,
        "campaign_id" text not null references "campaign" ("id"),
        "recipient_id" text null references "campaign_recipient" ("id"),
        "seller_id" text not null,
        "kind" text not null check ("kind" in ('gift', 'replacement')),
        "items" jsonb not null,
        "total_fen" bigint not null check ("total_fen" >= 0),
        "cost_fen" bigint not null default 0,
        "reason" text null,
        "state" text not null default 'planned' check ("state" in ('planned', 'placed', 'refused')),
        "error" text null
      )`)
    this.addSql(`create index if not exists "IDX_campaign_order_campaign_id" on "campaign_order" ("campaign_id", "state", "id")`)
    this.addSql(`
      create table if not exists "campaign_job" (
        "id" text primary key,
        "campaign_id" text not null references "campaign" ("id"),
        "kind" text not null check ("kind" in ('place', 'receive')),
        "state" text not null check ("state" in ('running', 'done', 'failed')),
        "total" integer not null,
        "done" integer not null default 0,
        "refused" integer not null default 0,
        "message" text null,
        "holder" text null,
        "lease_until" timestamptz not null,
        "started_by" text not null,
        "started_at" timestamptz not null default now(),
        "ended_at" timestamptz null
      )`)
    this.addSql(`create unique index if not exists "campaign_job_running" on "campaign_job" ("campaign_id", "kind") where "state" = 'running'`)
    this.addSql(`create index if not exists "IDX_campaign_job_campaign_id" on "campaign_job" ("campaign_id", "started_at" desc)`)
  }

  private addTransfers(): void {
    this.addSql(`
      create table if not exists "campaign_transfer" (
        "id" text primary key,
        "campaign_id" text not null references "campaign" ("id"),
        "reference" text not null,
        "amount_fen" bigint not null check ("amount_fen" > 0),
        "received_on" text not null,
        "registered_by" text not null,
        "registered_at" timestamptz not null default now(),
        constraint "campaign_transfer_reference" unique ("campaign_id", "reference")
      )`)
    this.addSql(`
      create table if not exists "campaign_transfer_part" (
        "transfer_id" text not null references "campaign_transfer" ("id"),
        "order_id" text not null references "campaign_order" ("id"),
        "amount_fen" bigint not null check ("amount_fen" > 0),
        "is_registered" boolean not null default false,
        primary key ("transfer_id", "order_id")
      )`)
    this.addSql(`create index if not exists "IDX_campaign_transfer_part_order_id" on "campaign_transfer_part" ("order_id")`)
    this.addSql(`create table if not exists "campaign_attempt" ("key" text primary key, "failures" integer not null, "since" timestamptz not null default now())`)
  }

  override async down(): Promise<void> {
    for (const table of TABLES) this.addSql(`drop table if exists "${table}" cascade`)
  }
}

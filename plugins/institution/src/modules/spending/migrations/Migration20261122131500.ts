import { Migration } from "@medusajs/framework/mikro-orm/migrations"

const TABLES = [
  "organisation_delivery_point", "organisation_invoice_title", "organisation_invitation", "organisation_relation", "organisation_exemption",
  "spending_credit", "spending_outside_purchase", "spending_headcount", "spending_share_rate", "spending_plan",
]
const WHO = (act: string) => `"${act}_by" text not null, "${act}_at" timestamptz not null`

/** Yearly plans with what they rest on and what counts for them, and what is kept of organisations beside their name. Money is fen. */
export class Migration20261122131500 extends Migration {
  override async up(): Promise<void> {
    this.addPlans()
    this.addPurchases()
    this.addOrganisations()
    this.addPlaces()
  }

  private addPlans(): void {
    this.addSql(`
      create table if not exists "spending_plan" (
        "id" text primary key,
        "organisation_id" text not null,
        "year" integer not null check ("year" between 2020 and 2100),
        "kind" text not null check ("kind" in ('canteen_share', 'local', 'union', 'pair', 'floor')),
        "title" text not null,
        "eligible" jsonb not null,
        "target_fen" bigint null, "rate_bp" integer null, "member_floor_fen" bigint null, "member_cap_fen" bigint null, "baseline_fen" bigint null,
        ${WHO("changed")},
        unique ("organisation_id", "year", "kind", "title")
      )`)
    this.addSql(`create table if not exists "spending_share_rate" ("region_code" text not null, "from_year" integer not null, "rate_bp" integer not null check ("rate_bp" between 0 and 10000), "source" text not null, ${WHO("changed")}, primary key ("region_code", "from_year"))`)
    this.addSql(`insert into "spending_share_rate" ("region_code", "from_year", "rate_bp", "source", "changed_by", "changed_at") values ('', 2021, 1000, '全国：预留份额不低于年度食堂食材采购预算的10%', 'migration', now()) on conflict do nothing`)
    this.addSql(`create table if not exists "spending_headcount" ("organisation_id" text not null, "on_day" text not null, "members" integer not null check ("members" > 0), "evidence" text not null, ${WHO("entered")}, primary key ("organisation_id", "on_day"))`)
  }

  private addPurchases(): void {
    this.addSql(`
      create table if not exists "spending_outside_purchase" (
        "id" text primary key,
        "organisation_id" text not null,
        "platform" text not null check ("platform" in ('platform_832', 'other')),
        "source" text not null check ("source" in ('canteen', 'union', 'personal')),
        "seller" text not null, "goods" text not null, "origin_code" text not null,
        "amount_fen" bigint not null check ("amount_fen" > 0),
        "paid_on" text not null,
        "proof_name" text not null, "proof_mime" text not null, "proof_sha256" text not null, "proof_sealed" text not null,
        "state" text not null check ("state" in ('proposed', 'approved', 'refused')),
        ${WHO("entered")},
        "decided_by" text null, "decided_at" timestamptz null, "reason" text null
      )`)
    this.addSql(`create unique index if not exists "IDX_spending_outside_purchase_proof" on "spending_outside_purchase" ("proof_sha256") where "state" <> 'refused'`)
    this.addSql(`create index if not exists "IDX_spending_outside_purchase_organisation_id" on "spending_outside_purchase" ("organisation_id", "paid_on")`)
    this.addSql(`create table if not exists "spending_credit" ("order_id" text primary key, "organisation_id" text not null, "customer_id" text not null, "at" timestamptz not null)`)
    this.addSql(`create index if not exists "IDX_spending_credit_organisation_id" on "spending_credit" ("organisation_id")`)
  }

  private addOrganisations(): void {
    this.addSql(`create table if not exists "organisation_exemption" ("organisation_id" text primary key, "reason" text not null, "since" text not null, "ended_on" text null, ${WHO("changed")})`)
    this.addSql(`
      create table if not exists "organisation_relation" (
        "id" text primary key,
        "organisation_id" text not null,
        "kind" text not null check ("kind" in ('group', 'shared_canteen', 'caterer')),
        "to_organisation_id" text not null,
        "since" text not null,
        "ended_on" text null,
        ${WHO("changed")},
        check ("organisation_id" <> "to_organisation_id")
      )`)
    this.addSql(`create unique index if not exists "IDX_organisation_relation_live" on "organisation_relation" ("organisation_id", "kind", "to_organisation_id") where "ended_on" is null`)
    this.addSql(`create index if not exists "IDX_organisation_relation_to" on "organisation_relation" ("to_organisation_id")`)
    this.addSql(`
      create table if not exists "organisation_invitation" (
        "id" text primary key,
        "organisation_id" text not null,
        "role" text not null check ("role" in ('buyer', 'approver', 'finance', 'receiver', 'viewer')),
        "code_hash" text not null unique,
        "note" text not null,
        ${WHO("created")},
        "expires_at" timestamptz not null,
        "used_by" text null, "used_at" timestamptz null, "revoked_at" timestamptz null
      )`)
    this.addSql(`create index if not exists "IDX_organisation_invitation_organisation_id" on "organisation_invitation" ("organisation_id")`)
  }

  private addPlaces(): void {
    this.addSql(`create table if not exists "organisation_invoice_title" ("id" text primary key, "organisation_id" text not null, "title" text not null, "tax_number" text not null, "bank" text not null, "account" text not null, "address" text not null, "is_default" boolean not null, ${WHO("changed")}, "ended_at" timestamptz null)`)
    this.addSql(`create unique index if not exists "IDX_organisation_invoice_title_default" on "organisation_invoice_title" ("organisation_id") where "is_default" and "ended_at" is null`)
    this.addSql(`create table if not exists "organisation_delivery_point" ("id" text primary key, "organisation_id" text not null, "name" text not null, "contact" text not null, "phone_sealed" text not null, "county_code" text not null, "detail" text not null, "windows" jsonb not null, ${WHO("changed")}, "ended_at" timestamptz null)`)
    this.addSql(`create index if not exists "IDX_organisation_delivery_point_organisation_id" on "organisation_delivery_point" ("organisation_id")`)
  }

  override async down(): Promise<void> {
    for (const table of TABLES) this.addSql(`drop table if exists "${table}" cascade`)
  }
}

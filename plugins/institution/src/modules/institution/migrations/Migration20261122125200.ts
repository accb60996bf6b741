import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Agreements get stages and terms by line, standing orders vacations and versions, occurrences rounds; what was there before stays valid as it was. */
export class Migration20261122125200 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`alter table "supply_agreement" add column if not exists "stage" text not null default 'signed' check ("stage" in ('draft', 'negotiating', 'signed', 'terminated')),
      add column if not exists "signed_on" text null, add column if not exists "agreed_to" text null, add column if not exists "termination_reason" text null`)
    this.addSql(`alter table "supply_agreement_line" add column if not exists "min_quantity" integer null, add column if not exists "term_min" integer null, add column if not exists "term_max" integer null,
      add column if not exists "price_rule" jsonb not null default '{"kind":"lock"}', add column if not exists "grade" text not null default '', add column if not exists "substitute_variant_id" text null,
      add column if not exists "temperature" text not null default 'ambient'`)
    this.addSql(`alter table "standing_order" add column if not exists "observe_vacations" boolean not null default true, add column if not exists "headcount" integer null, add column if not exists "version" integer not null default 1`)
    this.addSql(`alter table "occurrence" add column if not exists "round" integer not null default 1, add column if not exists "version" integer not null default 1, add column if not exists "bases" jsonb not null default '{}',
      add column if not exists "headcount" integer null`)
    this.addSql(`drop index if exists "IDX_occurrence_standing_order_id_delivery_date_unique"`)
    this.addSql(`create unique index if not exists "IDX_occurrence_standing_order_id_delivery_date_round_unique" on "occurrence" ("standing_order_id", "delivery_date", "round") where deleted_at is null`)
    this.addSql(`create table if not exists "agreement_proposal" ("id" text primary key, "agreement_id" text not null references "supply_agreement" ("id"), "side" text not null, "subject" text not null, "change" jsonb not null,
      "note" text not null default '', "state" text not null default 'open', "created_by" text not null, "created_at" timestamptz not null default now(), "answered_by" text null, "answered_at" timestamptz null)`)
    this.addSql(`create unique index if not exists "agreement_proposal_open" on "agreement_proposal" ("agreement_id", "subject") where state = 'open'`)
    this.addSql(`create table if not exists "agreement_scan" ("id" text primary key, "agreement_id" text not null references "supply_agreement" ("id"), "sha256" text not null, "media_type" text not null, "bytes" integer not null,
      "content_sealed" text not null, "uploaded_by" text not null, "uploaded_at" timestamptz not null default now())`)
    this.addSql(`create index if not exists "agreement_scan_agreement" on "agreement_scan" ("agreement_id", "uploaded_at")`)
    this.addSql(`create table if not exists "price_index" ("series" text not null, "month" text not null, "value" integer not null check ("value" > 0), "source" text not null, "recorded_by" text not null,
      "recorded_at" timestamptz not null default now(), primary key ("series", "month"))`)
    this.addSql(`create table if not exists "organisation_vacation" ("id" text primary key, "organisation_id" text not null references "organisation" ("id"), "name" text not null, "from_on" text not null, "to_on" text not null,
      "created_by" text not null, check ("to_on" >= "from_on"))`)
    this.addSql(`create index if not exists "organisation_vacation_organisation" on "organisation_vacation" ("organisation_id")`)
    this.addSql(`create table if not exists "harvest_pledge" ("id" text primary key, "variant_id" text not null, "from_on" text not null, "to_on" text not null, "quantity" integer not null check ("quantity" >= 0), "note" text not null,
      "created_by" text not null, "created_at" timestamptz not null default now(), check ("to_on" >= "from_on"))`)
    this.addSql(`create unique index if not exists "harvest_pledge_window" on "harvest_pledge" ("variant_id", "from_on", "to_on")`)
    this.addSql(`create table if not exists "shortage_rule" ("seller_id" text primary key, "rule" text not null, "decided_by" text not null, "decided_at" timestamptz not null default now())`)
    this.addSql(`create table if not exists "expected_shortage" ("occurrence_id" text not null references "occurrence" ("id") on delete cascade, "variant_id" text not null, "requested" integer not null, "expected" integer not null,
      "reason" text not null, "substitute_variant_id" text null, "told_at" timestamptz not null default now(), primary key ("occurrence_id", "variant_id"))`)
  }

  override async down(): Promise<void> {
    throw new Error("migrations only go forward")
  }
}

import { Migration } from "@medusajs/framework/mikro-orm/migrations"

const TABLES = ["preorder_application", "preorder_delivery", "preorder_payback", "preorder_payment", "preorder_step", "preorder_contract", "preorder_offer"]

/** Pre-production orders: offers, contracts and their book of advances. Money is fen. */
export class Migration20261122215215 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create table if not exists "preorder_counter" ("month" text primary key, "last" integer not null check ("last" > 0))`)
    this.addSql(`
      create table if not exists "preorder_offer" (
        "id" text primary key, "title" text not null, "note" text not null, "variant_id" text not null, "producer_id" text not null, "region_code" text not null,
        "price_fen" bigint not null check ("price_fen" > 0), "expected_yield" integer not null check ("expected_yield" > 0),
        "book_by" text not null, "harvest_from" text not null, "harvest_to" text not null, "rule" jsonb not null,
        "state" text not null default 'draft' check ("state" in ('draft', 'open', 'harvested', 'cancelled')), "reason" text null, "created_by" text not null, "created_at" timestamptz not null default now(),
        "actual_yield" integer null check ("actual_yield" >= 0), "harvest_reason" text null, "harvest_by" text null, "confirmed_by" text null, "confirmed_at" timestamptz null, "answer_by" text null, "shared_at" timestamptz null,
        check (("state" = 'harvested') = ("confirmed_at" is not null)), check ("confirmed_at" is null or ("actual_yield" is not null and "confirmed_by" <> "harvest_by"))
      )`)
    this.addContracts()
    this.addBook()
    this.refuseChanges()
  }

  private addContracts(): void {
    this.addSql(`
      create table if not exists "preorder_contract" (
        "id" text primary key, "number" text null unique, "offer_id" text not null references "preorder_offer" ("id"), "organisation_id" text not null, "customer_id" text not null, "is_preferred" boolean not null,
        "booked" integer not null check ("booked" > 0), "price_fen" bigint not null, "rule" jsonb not null, "delivery" jsonb not null, "delivery_phone_sealed" text not null,
        "state" text not null default 'requested' check ("state" in ('requested', 'running', 'done', 'cancelled', 'lapsed', 'withdrawn')), "ended_reason" text null, "booked_at" timestamptz not null, "signed_on" text null, "moved_at" timestamptz not null default now(),
        "allotted" integer null check ("allotted" between 0 and "booked"), "wants_more" integer null check ("wants_more" >= 0), "extra" integer not null default 0 check ("extra" >= 0),
        check ("state" <> 'running' or ("number" is not null and "signed_on" is not null))
      )`)
    this.addSql(`create index if not exists "IDX_preorder_contract_offer_id" on "preorder_contract" ("offer_id")`)
    this.addSql(`create index if not exists "IDX_preorder_contract_organisation_id" on "preorder_contract" ("organisation_id")`)
    this.addSql(`
      create table if not exists "preorder_step" (
        "contract_id" text not null references "preorder_contract" ("id"), "place" integer not null, "kind" text not null check ("kind" in ('deposit', 'instalment', 'balance')), "due_on" text null, "amount_fen" bigint not null,
        primary key ("contract_id", "place")
      )`)
  }

  private addBook(): void {
    const entry = (day: string) => `"id" text primary key, "contract_id" text not null references "preorder_contract" ("id"), "amount_fen" bigint not null check ("amount_fen" > 0), "reference" text not null, "${day}" text not null, "actor_id" text not null, "at" timestamptz not null, unique ("contract_id", "reference")`
    this.addSql(`create table if not exists "preorder_payment" (${entry("received_on")})`)
    this.addSql(`create table if not exists "preorder_payback" (${entry("paid_on")})`)
    this.addSql(`
      create table if not exists "preorder_delivery" (
        "id" text primary key, "contract_id" text not null references "preorder_contract" ("id"), "sequence" integer not null, "quantity" integer not null check ("quantity" > 0), "deliver_on" text not null,
        "state" text not null default 'planned' check ("state" in ('planned', 'placed', 'accepted', 'called_off')), "problem" text null, "order_id" text not null unique, "line_item_id" text not null, "laid_by" text not null, "laid_at" timestamptz not null,
        "accepted" integer null check ("accepted" between 0 and "quantity"), "reason" text null, "accepted_by" text null, "accepted_at" timestamptz null,
        unique ("contract_id", "sequence"), check (("state" = 'accepted') = ("accepted" is not null and "accepted_at" is not null))
      )`)
    this.addSql(`
      create table if not exists "preorder_application" (
        "id" bigint generated always as identity primary key, "payment_id" text not null references "preorder_payment" ("id"), "delivery_id" text not null references "preorder_delivery" ("id"),
        "amount_fen" bigint not null check ("amount_fen" > 0), "on_day" text not null, "actor_id" text not null, "booked_at" timestamptz null, "released_at" timestamptz null, "problem" text null,
        check ("booked_at" is null or "released_at" is null)
      )`)
    this.addSql(`create unique index if not exists "IDX_preorder_application_pair" on "preorder_application" ("payment_id", "delivery_id") where "released_at" is null`)
    this.addSql(`create index if not exists "IDX_preorder_application_delivery_id" on "preorder_application" ("delivery_id")`)
  }

  /** Advances are only ever added; what a contract says is frozen at booking. */
  private refuseChanges(): void {
    this.addSql(`create or replace function preorder_refuse_change() returns trigger language plpgsql as $$ begin raise exception 'the book of % only grows', tg_table_name; end $$`)
    for (const table of ["preorder_payment", "preorder_payback"]) this.addSql(`create or replace trigger "${table}_grows" before update or delete on "${table}" for each row execute function preorder_refuse_change()`)
    this.addSql(`create or replace trigger "preorder_contract_frozen" before update on "preorder_contract" for each row
      when (old.booked <> new.booked or old.price_fen <> new.price_fen or old.rule <> new.rule or old.offer_id <> new.offer_id or old.organisation_id <> new.organisation_id or (old.number is not null and old.number is distinct from new.number))
      execute function preorder_refuse_change()`)
  }

  override async down(): Promise<void> {
    for (const table of [...TABLES, "preorder_counter"]) this.addSql(`drop table if exists "${table}" cascade`)
  }
}

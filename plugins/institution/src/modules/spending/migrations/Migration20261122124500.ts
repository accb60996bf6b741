import { Migration } from "@medusajs/framework/mikro-orm/migrations"

const TABLES = ["spending_delegation", "spending_decision", "spending_asker", "spending_reservation", "spending_request", "spending_budget", "spending_policy"]

/** What a unit may spend and who must approve it: budgets, policies, requests with their decisions, delegations and reservations. Money is fen. */
export class Migration20261122124500 extends Migration {
  override async up(): Promise<void> {
    this.addLimits()
    this.addRequests()
    this.addReservations()
    this.keepDecisions()
  }

  private addLimits(): void {
    this.addSql(`
      create table if not exists "spending_policy" (
        "id" bigint generated always as identity primary key,
        "organisation_id" text not null,
        "tiers" jsonb not null,
        "request_days" integer not null check ("request_days" > 0),
        "approval_days" integer not null check ("approval_days" > 0),
        "changed_by" text not null,
        "changed_at" timestamptz not null
      )`)
    this.addSql(`create index if not exists "IDX_spending_policy_organisation_id" on "spending_policy" ("organisation_id", "id" desc)`)
    this.addSql(`
      create table if not exists "spending_budget" (
        "organisation_id" text not null,
        "year" integer not null check ("year" between 2020 and 2100),
        "purpose" text not null check ("purpose" in ('delivery', 'campaign')),
        "amount_fen" bigint not null check ("amount_fen" >= 0),
        "changed_by" text not null,
        "changed_at" timestamptz not null,
        primary key ("organisation_id", "year", "purpose")
      )`)
  }

  private addRequests(): void {
    this.addSql(`
      create table if not exists "spending_request" (
        "id" text primary key,
        "key" text not null,
        "within" text null,
        "organisation_id" text not null,
        "kind" text not null check ("kind" in ('delivery', 'campaign')),
        "title" text not null,
        "on_day" text not null,
        "amount_fen" bigint not null check ("amount_fen" >= 0),
        "tier" jsonb not null,
        "state" text not null check ("state" in ('open', 'approved', 'rejected', 'expired', 'superseded', 'withdrawn')),
        "requested_at" timestamptz not null,
        "expires_on" text not null,
        "approved_until" text null,
        "approval_days" integer not null,
        "closed_at" timestamptz null,
        "reason" text null
      )`)
    this.addSql(`create unique index if not exists "IDX_spending_request_live" on "spending_request" ("key") where "state" in ('open', 'approved')`)
    this.addSql(`create index if not exists "IDX_spending_request_key" on "spending_request" ("key")`)
    this.addSql(`create index if not exists "IDX_spending_request_organisation_id" on "spending_request" ("organisation_id", "state")`)
    this.addSql(`
      create table if not exists "spending_decision" (
        "request_id" text not null references "spending_request" ("id"),
        "approver_id" text not null,
        "decided_by" text not null,
        "verdict" text not null check ("verdict" in ('approve', 'reject')),
        "amount_fen" bigint not null,
        "reason" text not null,
        "at" timestamptz not null,
        primary key ("request_id", "approver_id"),
        unique ("request_id", "decided_by")
      )`)
    this.addSql(`
      create table if not exists "spending_delegation" (
        "id" text primary key,
        "organisation_id" text not null,
        "from_customer_id" text not null,
        "to_customer_id" text not null,
        "from_day" text not null,
        "to_day" text not null,
        "reason" text not null,
        "created_at" timestamptz not null,
        "ended_at" timestamptz null,
        check ("from_customer_id" <> "to_customer_id" and "from_day" <= "to_day")
      )`)
    this.addSql(`create index if not exists "IDX_spending_delegation_organisation_id" on "spending_delegation" ("organisation_id")`)
  }

  private addReservations(): void {
    this.addSql(`
      create table if not exists "spending_reservation" (
        "key" text primary key,
        "organisation_id" text not null,
        "kind" text not null check ("kind" in ('delivery', 'campaign')),
        "on_day" text not null,
        "amount_fen" bigint not null check ("amount_fen" >= 0),
        "request_id" text null references "spending_request" ("id"),
        "reserved_at" timestamptz not null,
        "released_at" timestamptz null
      )`)
    this.addSql(`create index if not exists "IDX_spending_reservation_organisation_id" on "spending_reservation" ("organisation_id") where "released_at" is null`)
    this.addSql(`create table if not exists "spending_asker" ("key" text not null, "customer_id" text not null, "at" timestamptz not null, primary key ("key", "customer_id"))`)
  }

  /** Who approved what stays as it was said. */
  private keepDecisions(): void {
    this.addSql(`
      create or replace function "spending_keep"() returns trigger language plpgsql as $$
      begin
        raise exception 'approvals only grow' using errcode = 'restrict_violation';
      end $$`)
    for (const table of ["spending_decision", "spending_policy"]) {
      this.addSql(`create or replace trigger "${table}_only_grows" before update or delete on "${table}" for each row execute function "spending_keep"()`)
    }
  }

  override async down(): Promise<void> {
    for (const table of TABLES) this.addSql(`drop table if exists "${table}" cascade`)
    this.addSql(`drop function if exists "spending_keep"() cascade`)
  }
}

import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Who entered a unit's budgets and headcounts, the office or the unit itself; what stood before is the office's. */
export class Migration20261123132500 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      create table if not exists "spending_entry" (
        "id" bigint generated always as identity primary key,
        "organisation_id" text not null,
        "what" text not null check ("what" in ('budget', 'headcount')),
        "year" integer null, "purpose" text null, "on_day" text null,
        "value" bigint not null check ("value" >= 0), "before" bigint null, "evidence" text not null,
        "side" text not null check ("side" in ('office', 'unit')),
        "entered_by" text not null, "entered_at" timestamptz not null,
        check (case "what" when 'budget' then "year" is not null and "purpose" is not null else "on_day" is not null end)
      )`)
    this.addSql(`create index if not exists "IDX_spending_entry_organisation_id" on "spending_entry" ("organisation_id", "id" desc)`)
    this.addSql(`insert into "spending_entry" ("organisation_id", "what", "year", "purpose", "value", "evidence", "side", "entered_by", "entered_at")
      select "organisation_id", 'budget', "year", "purpose", "amount_fen", '', 'office', "changed_by", "changed_at" from "spending_budget" order by "changed_at"`)
    this.addSql(`insert into "spending_entry" ("organisation_id", "what", "on_day", "value", "evidence", "side", "entered_by", "entered_at")
      select "organisation_id", 'headcount', "on_day", "members", "evidence", 'office', "entered_by", "entered_at" from "spending_headcount" order by "entered_at"`)
    this.addSql(`create or replace trigger "spending_entry_only_grows" before update or delete on "spending_entry" for each row execute function "spending_keep"()`)
  }

  override async down(): Promise<void> {
    throw new Error("migrations only go forward")
  }
}

import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** A sheet keeps that it waits for a second signature, whatever the rule says later; and who set that rule. */
export class Migration20261123132501 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`alter table "acceptance_sheet" add column if not exists "needs_second" boolean not null default false`)
    // Of what waits already nobody knows any more why: another's signature harms none of it.
    this.addSql(`update "acceptance_sheet" set "needs_second" = true where "counted_at" is null and exists (select 1 from "acceptance_rule" where "second_signature")`)
    this.addSql(`
      create table if not exists "acceptance_rule_change" (
        "id" bigint generated always as identity primary key,
        "organisation_id" text not null, "second_signature" boolean not null, "before" boolean not null,
        "side" text not null check ("side" in ('office', 'unit')), "changed_by" text not null, "changed_at" timestamptz not null
      )`)
    this.addSql(`create index if not exists "IDX_acceptance_rule_change_organisation_id" on "acceptance_rule_change" ("organisation_id", "id" desc)`)
    this.addSql(`insert into "acceptance_rule_change" ("organisation_id", "second_signature", "before", "side", "changed_by", "changed_at")
      select "organisation_id", "second_signature", false, 'office', "changed_by", "changed_at" from "acceptance_rule"`)
  }

  override async down(): Promise<void> {
    throw new Error("migrations only go forward")
  }
}

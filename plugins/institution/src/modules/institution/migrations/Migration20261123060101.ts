import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Units run their own members: who registered a unit, what was refused and why, and every change of membership with who made it. So that nobody is locked out, the earliest member of each unit that counts manages it. */
export class Migration20261123060101 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`alter table "organisation" add column if not exists "registered_by" text null, add column if not exists "refused_at" timestamptz null, add column if not exists "refusal_reason" text null`)
    this.addSql(`alter table "organisation_member" add column if not exists "refused_at" timestamptz null, add column if not exists "refusal_reason" text null`)
    this.addSql(`
      create table if not exists "organisation_event" (
        "id" text primary key,
        "organisation_id" text not null,
        "customer_id" text null,
        "role" text null,
        "act" text not null check ("act" in ('invited', 'revoked', 'joined', 'applied', 'added', 'verified', 'refused', 'ended')),
        "counts" boolean not null default false,
        "side" text not null check ("side" in ('office', 'unit')),
        "by" text not null,
        "at" timestamptz not null,
        "note" text not null default ''
      )`)
    this.addSql(`create index if not exists "IDX_organisation_event_organisation_id" on "organisation_event" ("organisation_id", "at" desc)`)
    this.addSql(`create index if not exists "IDX_organisation_event_at" on "organisation_event" ("at")`)
    this.addSql(`update "organisation" o set "registered_by" = (select m."customer_id" from "organisation_member" m where m."organisation_id" = o."id" and m."deleted_at" is null order by m."created_at", m."id" limit 1)
      where o."verified_at" is null and o."registered_by" is null`)
    this.addSql(`insert into "organisation_member" ("id", "organisation_id", "customer_id", "role", "verified_at", "verified_by")
      select 'orgm_' || upper(substr(md5(f."organisation_id" || f."customer_id" || 'manager'), 1, 26)), f."organisation_id", f."customer_id", 'manager', now(), f."verified_by" from (
        select distinct on (m."organisation_id") m.* from "organisation_member" m where m."deleted_at" is null and m."verified_at" <= now() and (m."left_at" is null or m."left_at" > now())
        order by m."organisation_id", m."verified_at", m."created_at", m."id") f
      where not exists (select 1 from "organisation_member" x where x."organisation_id" = f."organisation_id" and x."role" = 'manager' and x."deleted_at" is null)`)
  }

  override async down(): Promise<void> {
    throw new Error("migrations only go forward")
  }
}

import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Agreements count their versions and keep what each said; a proposal keeps what it was proposed to change, and why it was answered so. */
export class Migration20261122215607 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`alter table "supply_agreement" add column if not exists "version" integer not null default 1`)
    this.addSql(`alter table "agreement_proposal" add column if not exists "base" jsonb null, add column if not exists "reason" text not null default ''`)
    this.addSql(`create table if not exists "agreement_revision" ("agreement_id" text not null references "supply_agreement" ("id") on delete cascade, "version" integer not null, "act" text not null check ("act" in ('saved', 'agreed', 'signed', 'terminated')),
      "terms" jsonb not null, "made_by" text not null, "made_at" timestamptz not null default now(), primary key ("agreement_id", "version"))`)
    this.addSql(`create or replace function agreement_terms(agreement text) returns jsonb language sql stable as $$
      select jsonb_build_object('valid_from', a.valid_from, 'valid_to', a.valid_to, 'weekdays', to_jsonb(a.weekdays::integer[]), 'lead_time_days', a.lead_time_days, 'lines', coalesce((
        select jsonb_agg(jsonb_build_object('variant_id', l.variant_id, 'unit_price_fen', l.unit_price_fen, 'min_quantity', l.min_quantity, 'max_quantity', l.max_quantity, 'term_min', l.term_min, 'term_max', l.term_max,
          'price_rule', l.price_rule, 'grade', l.grade, 'substitute_variant_id', l.substitute_variant_id, 'temperature', l.temperature) order by l.created_at, l.id)
        from supply_agreement_line l where l.agreement_id = a.id and l.deleted_at is null), '[]'::jsonb)) from supply_agreement a where a.id = agreement $$`)
    this.addSql(`insert into "agreement_revision" ("agreement_id", "version", "act", "terms", "made_by", "made_at") select id, version, 'saved', agreement_terms(id), 'migration', updated_at from "supply_agreement" on conflict do nothing`)
  }

  override async down(): Promise<void> {
    throw new Error("migrations only go forward")
  }
}

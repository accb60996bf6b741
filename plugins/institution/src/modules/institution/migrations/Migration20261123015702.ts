import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** How a line is settled is a term like every other: each version of an agreement says it. Of versions written before, what the line says now is the best that is known. */
export class Migration20261123015702 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create or replace function agreement_terms(agreement text) returns jsonb language sql stable as $$
      select jsonb_build_object('valid_from', a.valid_from, 'valid_to', a.valid_to, 'weekdays', to_jsonb(a.weekdays::integer[]), 'lead_time_days', a.lead_time_days, 'lines', coalesce((
        select jsonb_agg(jsonb_build_object('variant_id', l.variant_id, 'unit_price_fen', l.unit_price_fen, 'min_quantity', l.min_quantity, 'max_quantity', l.max_quantity, 'term_min', l.term_min, 'term_max', l.term_max,
          'price_rule', l.price_rule, 'grade', l.grade, 'substitute_variant_id', l.substitute_variant_id, 'temperature', l.temperature, 'settle_by', l.settle_by) order by l.created_at, l.id)
        from supply_agreement_line l where l.agreement_id = a.id and l.deleted_at is null), '[]'::jsonb)) from supply_agreement a where a.id = agreement $$`)
    this.addSql(`update agreement_revision r set terms = jsonb_set(r.terms, '{lines}', coalesce((
        select jsonb_agg(jsonb_build_object('settle_by', coalesce((select l.settle_by from supply_agreement_line l where l.agreement_id = r.agreement_id and l.variant_id = line ->> 'variant_id' and l.deleted_at is null), 'count')) || line order by at)
        from jsonb_array_elements(r.terms -> 'lines') with ordinality as lines (line, at)), '[]'::jsonb))`)
  }

  override async down(): Promise<void> {
    throw new Error("migrations only go forward")
  }
}

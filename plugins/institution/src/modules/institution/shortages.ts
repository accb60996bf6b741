import type { EntityManager } from "@medusajs/framework/mikro-orm/knex"

export interface ExpectedShortageRow {
  occurrence_id: string
  variant_id: string
  requested: number
  expected: number
  reason: string
  substitute_variant_id: string | null
  told_at: Date
}

/** Rows that no longer hold go; the moment of telling stays where nothing changed. */
export async function replaceShortages(manager: EntityManager, occurrenceIds: string[], rows: Omit<ExpectedShortageRow, "told_at">[]): Promise<void> {
  await manager.execute(`delete from expected_shortage e where occurrence_id in (select jsonb_array_elements_text(?::jsonb))
    and not exists (select 1 from jsonb_to_recordset(?::jsonb) as n (occurrence_id text, variant_id text) where n.occurrence_id = e.occurrence_id and n.variant_id = e.variant_id)`, [JSON.stringify(occurrenceIds), JSON.stringify(rows)])
  await manager.execute(`insert into expected_shortage (occurrence_id, variant_id, requested, expected, reason, substitute_variant_id)
    select occurrence_id, variant_id, requested, expected, reason, substitute_variant_id
    from jsonb_to_recordset(?::jsonb) as n (occurrence_id text, variant_id text, requested int, expected int, reason text, substitute_variant_id text)
    on conflict (occurrence_id, variant_id) do update set requested = excluded.requested, expected = excluded.expected, reason = excluded.reason, substitute_variant_id = excluded.substitute_variant_id,
      told_at = case when expected_shortage.requested = excluded.requested and expected_shortage.expected = excluded.expected then expected_shortage.told_at else now() end`, [JSON.stringify(rows)])
}

export interface TermSum {
  agreement_id: string
  variant_id: string
  requested: number
  supplied: number
  accepted: number
}

export async function readTermSums(manager: EntityManager, agreementIds: string[], before: string | null): Promise<TermSum[]> {
  return manager.execute(`select s.agreement_id, l.variant_id, sum(l.requested)::int as requested, sum(l.supplied)::int as supplied, coalesce(sum(l.accepted), 0)::float8 as accepted
    from occurrence_line l join occurrence o on o.id = l.occurrence_id join standing_order s on s.id = o.standing_order_id
    where s.agreement_id in (select jsonb_array_elements_text(?::jsonb)) and o.state in ('placed', 'short', 'delivered', 'accepted', 'paid', 'rejected') and (?::text is null or o.delivery_date < ?)
    group by 1, 2`, [JSON.stringify(agreementIds), before, before])
}

export interface Substitution {
  occurrence_id: string
  variant_id: string
  /** Pieces that are ordered of the substitute instead. */
  quantity: number
}

/** A line set anew gave up nothing; what is substituted now is foreseen no longer. */
export async function replaceSubstitutions(manager: EntityManager, occurrenceId: string, variantIds: string[], substituted: Omit<Substitution, "occurrence_id"> | undefined): Promise<void> {
  await manager.execute("delete from substitution where occurrence_id = ? and variant_id in (select jsonb_array_elements_text(?::jsonb))", [occurrenceId, JSON.stringify(variantIds)])
  if (!substituted) return
  await manager.execute("insert into substitution (occurrence_id, variant_id, quantity) values (?, ?, ?)", [occurrenceId, substituted.variant_id, substituted.quantity])
  await manager.execute("delete from expected_shortage where occurrence_id = ? and variant_id = ?", [occurrenceId, substituted.variant_id])
}

export async function readSubstitutions(manager: EntityManager, occurrenceIds: string[]): Promise<Substitution[]> {
  return manager.execute("select occurrence_id, variant_id, quantity from substitution where occurrence_id in (select jsonb_array_elements_text(?::jsonb))", [JSON.stringify(occurrenceIds)])
}

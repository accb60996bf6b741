import { refusal } from "@fupin/access"
import type { EntityManager } from "@medusajs/framework/mikro-orm/knex"
import type { Terms } from "../../domain/negotiation"

/** What made a version: entered or changed by the office, an accepted proposal, signing, termination. */
export type RevisionAct = "saved" | "agreed" | "signed" | "terminated"

export interface RevisionRow {
  version: number
  act: RevisionAct
  terms: Terms
  made_by: string
  made_at: Date
}

/** Counts one version on, if `seen` is still the newest (null: whatever it is). Error: changed_meanwhile. */
export async function countOn(manager: EntityManager, agreementId: string, seen: number | null): Promise<void> {
  const rows: unknown[] = await manager.execute("update supply_agreement set version = version + 1, updated_at = now() where id = ? and (?::integer is null or version = ?) returning id", [agreementId, seen, seen])
  if (rows.length === 0) throw refusal("conflict", "changed_meanwhile")
}

/** Writes down what this version says, after everything of it is written. */
export async function keepRevision(manager: EntityManager, agreementId: string, act: RevisionAct, by: string): Promise<void> {
  await manager.flush()
  await manager.execute(`insert into agreement_revision (agreement_id, version, act, terms, made_by)
    select a.id, a.version, ?, agreement_terms(a.id), ? from supply_agreement a where a.id = ?`, [act, by, agreementId])
}

/** Every version of an agreement, oldest first. */
export async function readRevisions(manager: EntityManager, agreementId: string): Promise<RevisionRow[]> {
  return manager.execute("select version, act, terms, made_by, made_at from agreement_revision where agreement_id = ? order by version", [agreementId])
}

import { allowed, refusal } from "@fupin/access"
import type { AgreementChange, AgreementProposalAnswer, AgreementSide } from "@fupin/contract/schemas"
import type { EntityManager } from "@medusajs/framework/mikro-orm/knex"
import { generateEntityId } from "@medusajs/framework/utils"
import { asItStands } from "../../domain/agreement-changes"
import { applyChange, decideAnswer, decideNegotiable, decidePropose, decideTerms, type Proposal, subjectOf } from "../../domain/negotiation"
import type { AgreementRow } from "../../medusa"
import { countOn, keepRevision } from "./revisions"

export interface ProposalRow extends Proposal {
  id: string
  agreement_id: string
  note: string
  reason: string
  created_at: Date
  answered_at: Date | null
}

export async function readProposals(manager: EntityManager, agreementId: string): Promise<ProposalRow[]> {
  return manager.execute("select id, agreement_id, side, change, base, note, reason, state, created_at, answered_at from agreement_proposal where agreement_id = ? order by created_at, id", [agreementId])
}

/** Writes a proposal of a locked agreement, which is negotiated from now on. */
export async function propose(manager: EntityManager, agreement: AgreementRow, { side, change, note, by }: { side: AgreementSide; change: AgreementChange; note: string; by: string }): Promise<void> {
  const open = (await readProposals(manager, agreement.id)).filter(({ state }) => state === "open")
  allowed(decidePropose(agreement.stage, agreement, open.map((one) => one.change), change), "not_allowed")
  await manager.execute("insert into agreement_proposal (id, agreement_id, side, subject, change, base, note, created_by) values (?, ?, ?, ?, ?::jsonb, ?::jsonb, ?, ?)",
    [generateEntityId(undefined, "aprp"), agreement.id, side, subjectOf(change), JSON.stringify(change), JSON.stringify(asItStands(agreement, change)), note, by])
  await manager.execute("update supply_agreement set stage = 'negotiating', updated_at = now() where id = ?", [agreement.id])
}

/** Writes the answer and, when it is yes, the terms with the change in them. */
export async function answerProposal(manager: EntityManager, agreement: AgreementRow, id: string, { side, answer, reason, by }: AgreementProposalAnswer & { side: AgreementSide; by: string }): Promise<void> {
  const proposal = (await readProposals(manager, agreement.id)).find((one) => one.id === id)
  if (!proposal) throw refusal("not_found", "not_found")
  allowed(decideNegotiable(agreement.stage), "not_allowed")
  const state = allowed(decideAnswer(proposal, side, answer, agreement), "not_allowed")
  await manager.execute("update agreement_proposal set state = ?, reason = ?, answered_by = ?, answered_at = now() where id = ?", [state, reason, by, id])
  if (state !== "accepted") return
  await writeTerms(manager, agreement, proposal.change)
  await countOn(manager, agreement.id, agreement.version)
  await keepRevision(manager, agreement.id, "agreed", by)
}

async function writeTerms(manager: EntityManager, agreement: AgreementRow, change: AgreementChange): Promise<void> {
  const terms = applyChange(agreement, change)
  allowed(decideTerms(terms))
  const { valid_from, valid_to, weekdays, lead_time_days, lines } = terms
  await manager.execute("update supply_agreement set valid_from = ?, valid_to = ?, weekdays = array(select jsonb_array_elements_text(?::jsonb)), lead_time_days = ?, updated_at = now() where id = ?",
    [valid_from, valid_to, JSON.stringify(weekdays.map(String)), lead_time_days, agreement.id])
  await manager.execute(`update supply_agreement_line l set unit_price_fen = n.unit_price_fen, min_quantity = n.min_quantity, max_quantity = n.max_quantity, term_min = n.term_min, term_max = n.term_max, price_rule = n.price_rule, grade = n.grade,
      substitute_variant_id = n.substitute_variant_id, temperature = n.temperature, settle_by = n.settle_by, updated_at = now()
    from jsonb_to_recordset(?::jsonb) as n (variant_id text, unit_price_fen int, min_quantity int, max_quantity int, term_min int, term_max int, price_rule jsonb, grade text, substitute_variant_id text, temperature text, settle_by text)
    where l.agreement_id = ? and l.variant_id = n.variant_id`, [JSON.stringify(lines), agreement.id])
}

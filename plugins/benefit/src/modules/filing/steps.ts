import { allowed, refusal } from "@fupin/access"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { type Act, decideAcceptance, decideReturn, decideSubmission } from "../../domain/filing/decide-filing"
import { planFilingRoster } from "../../domain/filing/plan-filing-roster"
import { type Asked, contentOf, readBrought, readEarned, readSums } from "./contents"
import { type FilingRow, readFiling } from "./rows"

type StepAct = "submitted" | "returned" | "accepted" | "attached" | "withdrawn" | "explained"

/** Runs one step on a filing under its lock. Error: not_found. */
export async function onFiling<T>(connection: Knex, id: string, step: (transaction: Knex, filing: FilingRow) => Promise<T>): Promise<T> {
  return await connection.transaction(async (transaction: Knex) => {
    const filing = await readFiling(transaction, id, true)
    if (!filing) throw refusal("not_found", "not_found")
    return await step(transaction, filing)
  })
}

/** Writes a step down, with who and when. */
export async function appendStep(transaction: Knex, filing_id: string, act: StepAct, { actor_id, now }: Pick<Act, "actor_id" | "now">, note = ""): Promise<void> {
  await transaction.raw("insert into filing_step (filing_id, act, actor_id, at, note) values (?, ?, ?, ?, ?)", [filing_id, act, actor_id, now, note])
}

/** What the checklist found, and up to which block the ledger was sealed then. */
export interface Submission {
  open_items: number
  seal: { height: number; root: string } | null
}

/**
 * The unit submits: what was sealed by now is what it reports, whatever is posted later.
 * Errors: not_found, filing_moved_on, period_not_over, earlier_filing_open, checklist_incomplete.
 */
export async function submitFiling(connection: Knex, asked: Omit<Asked, "filing"> & { id: string }, act: Act, { open_items, seal }: Submission): Promise<void> {
  await onFiling(connection, asked.id, async (transaction, filing) => {
    const { is_late } = allowed(decideSubmission(filing, act, open_items, filing.earlier?.state ?? null), "conflict")
    const submitted = { ...asked, filing: { ...filing, state: "submitted" as const, sealed_height: seal?.height ?? 0 } }
    const { entries, digest, earned_fen } = await readSums(transaction, submitted)
    const { rows } = await planOf(transaction, submitted)
    await transaction.raw(
      `update filing set state = 'submitted', version = version + 1, submitted_at = :now, submitted_by = :actor_id, is_late = :is_late, sealed_height = :height, seal_root = :root,
         read_at = clock_timestamp(), entries = :entries, digest = :digest, earned_fen = :earned_fen, rows_fen = :rows_fen, payees = :payees where id = :id`,
      { id: filing.id, now: act.now, actor_id: act.actor_id, is_late, height: seal?.height ?? 0, root: seal?.root ?? null, entries, digest, earned_fen, rows_fen: rows.reduce((sum, row) => sum + row.amount_fen, 0), payees: rows.length } as never)
    await appendStep(transaction, filing.id, "submitted", act, is_late ? "逾期" : "")
  })
}

/** The office gives it back, with reasons that the unit reads. Errors: not_found, filing_moved_on, reason_required. */
export async function returnFiling(connection: Knex, id: string, act: Act, text: string): Promise<void> {
  await onFiling(connection, id, async (transaction, filing) => {
    const { reasons } = allowed(decideReturn(filing, act, text), filing.state === "submitted" && filing.version === act.version ? "invalid_data" : "conflict")
    await transaction.raw("update filing set state = 'returned', version = version + 1 where id = ?", [id])
    await appendStep(transaction, id, "returned", act, reasons)
  })
}

/**
 * The office accepts: everything it contains is frozen, in the same transaction. `payment_ids`: the payments of its 附件2.
 * Errors: not_found, filing_moved_on, not_your_own_filing, filing_content_changed.
 */
export async function acceptFiling(connection: Knex, asked: Omit<Asked, "filing"> & { id: string }, act: Act, payment_ids: string[]): Promise<void> {
  await onFiling(connection, asked.id, async (transaction, filing) => {
    allowed(decideAcceptance(filing, act), filing.submitted_by === act.actor_id ? "forbidden" : "conflict")
    const content = { ...asked, filing }
    const { digest, entries } = await readSums(transaction, content)
    if (digest !== filing.digest || entries !== filing.entries) throw refusal("conflict", "filing_content_changed")
    await freeze(transaction, content, payment_ids)
    await transaction.raw("update filing set state = 'accepted', version = version + 1, accepted_at = ?, accepted_by = ? where id = ?", [act.now, act.actor_id, filing.id])
    await appendStep(transaction, filing.id, "accepted", act)
  })
}

async function freeze(transaction: Knex, content: Asked, payment_ids: string[]): Promise<void> {
  const { filing } = content
  const planned = await planOf(transaction, content)
  const { sql, values } = contentOf(content)
  await transaction.raw(
    `insert into filing_entry (unit_id, journal_id, position, filing_id, beneficiary_id, account, amount_fen)
     select :own_unit, c.journal_id, c.position, :own_filing, c.beneficiary_id, c.account, c.amount_fen from (${sql}) c`, { ...values, own_unit: filing.unit_id, own_filing: filing.id } as never)
  const fenBy = (sums: { household_id: string; amount_fen: number }[]) => new Map(sums.map(({ household_id, amount_fen }) => [household_id, amount_fen]))
  const [earned, brought, listed, owing] = [planned.earned, planned.brought, [...planned.rows, ...planned.collectives], planned.owing].map(fenBy) as [Map<string, number>, Map<string, number>, Map<string, number>, Map<string, number>]
  const payees = [...new Set([...earned.keys(), ...brought.keys()])].sort().map((household_id) => ({
    household_id, earned_fen: earned.get(household_id) ?? 0, brought_fen: brought.get(household_id) ?? 0, listed_fen: listed.get(household_id) ?? 0, owing_fen: owing.get(household_id) ?? 0,
  }))
  await transaction.raw(
    `insert into filing_payee (filing_id, household_id, earned_fen, brought_fen, listed_fen, owing_fen)
     select ?, household_id, earned_fen, brought_fen, listed_fen, owing_fen from jsonb_to_recordset(?::jsonb) as n(household_id text, earned_fen bigint, brought_fen bigint, listed_fen bigint, owing_fen bigint)`,
    [filing.id, JSON.stringify(payees)])
  await transaction.raw("insert into filing_payment (unit_id, payment_id, filing_id) select ?, unnest(?::text[]), ?", [filing.unit_id, payment_ids, filing.id])
}

/** 附件1 of a filing as it is planned, with what it was planned from. */
export async function planOf(connection: Knex, content: Asked) {
  const earned = await readEarned(connection, content)
  const brought = await readBrought(connection, content.filing)
  const collectives = new Set(earned.filter(({ is_collective }) => is_collective).map(({ household_id }) => household_id))
  return { earned, brought, ...planFilingRoster(earned, brought, (id) => collectives.has(id)) }
}

export interface StepRow {
  act: StepAct
  actor_id: string
  at: Date
  note: string
}

/** What became of a filing, newest first. */
export async function readSteps(connection: Knex, filing_id: string): Promise<StepRow[]> {
  const { rows } = await connection.raw("select act, actor_id, at, note from filing_step where filing_id = ? order by id desc", [filing_id])
  return rows
}



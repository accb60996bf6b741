import { refusal } from "@fupin/access"
import { receiveTransferWorkflow } from "@fupin/checkout/workflows"
import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { type MatchableStatement, matchRow } from "../domain/statement/match-row"
import { findNumbers } from "../domain/statement/number"
import type { Act, Allocation, BankRowRow, Book } from "../modules/statement/service"
import { readOrganisations, unique } from "../reads/plans"
import { statementsOf } from "."
import { readOpen, settleStatements } from "./money"

/** What an order may say to money that the statement meant for it; anything else is a failure and tried again. */
const REFUSALS: unknown[] = ["transfer_exceeds_due", "order_cancelled", "not_a_transfer", "transfer_reference_taken"]

const booker = (container: MedusaContainer): Book => async ({ order_id, amount_fen, reference, received_on, actor_id }: Allocation) => {
  try {
    await receiveTransferWorkflow(container).run({ input: { order_id, amount_fen, reference, received_on, actor_id } })
    return null
  } catch (error) {
    if (error instanceof MedusaError && REFUSALS.includes(error.code)) return `订单未能入账：${error.message}`
    throw error
  }
}

/** Statements that a row may be about: those its 附言 names, and those of organisations that bear the payer's name. */
export async function readMatchable(container: MedusaContainer, rows: { memo: string; payer: string }[]): Promise<MatchableStatement[]> {
  const numbers = unique(rows.flatMap(({ memo }) => findNumbers(memo).numbers))
  const payers = await readOrganisations(container, { name: unique(rows.map(({ payer }) => payer.normalize("NFKC").replace(/\s/g, ""))) })
  const module = statementsOf(container)
  const [named, theirs] = await Promise.all([module.readStatements({ numbers }), module.readStatements({ organisation_ids: payers.map(({ id }) => id), states: ["confirmed"] })])
  const all = [...new Map([...named, ...theirs].map((one) => [one.id, one])).values()]
  const organisations = new Map((await readOrganisations(container, { id: unique(all.map(({ organisation_id }) => organisation_id)) })).map(({ id, name }) => [id, name]))
  const open = await readOpen(container, all.map(({ id }) => id))
  return all.map(({ id, number, organisation_id, state }) => ({ id, number, organisation_id, state, organisation_name: organisations.get(organisation_id) ?? "", open_fen: open.get(id)!.open_fen }))
}

/**
 * Books one row, once: what it pays and how it is spread is written down first, then booked; whoever comes after a crash
 * finishes what is written. `chosen` is the statement that a person named; without it the row's own words decide.
 */
export async function bookRow(container: MedusaContainer, rowId: string, act: Act, chosen?: string): Promise<void> {
  const module = statementsOf(container)
  const [row] = await module.readBankRows({ ids: [rowId] })
  if (!row) throw refusal("not_found", "not_found")
  const find = (held: BankRowRow) => (chosen ? findChosen(container, held, chosen) : findSaid(container, held))
  const first = (await find(row)).match
  if (first.match === "unmatched" || first.organisation_id === null) return await module.leaveUnmatched(rowId, first)
  await module.match(rowId, first.organisation_id, find, booker(container), act)
  await finishUnit(container, first.organisation_id)
}

/** Books what a run that died left written down for a unit, and marks what is settled by it. */
export async function finishUnit(container: MedusaContainer, organisationId: string): Promise<void> {
  await statementsOf(container).finishPending(organisationId, booker(container), new Date())
  await settleStatements(container, [organisationId])
}

async function findSaid(container: MedusaContainer, row: BankRowRow) {
  const match = matchRow(row, await readMatchable(container, [row]))
  return { match, orders: await ordersOf(container, match.statement_ids) }
}

/** Errors: not_found, statement_not_confirmed, bank_row_of_another, nothing_left_to_pay, bank_row_closed. */
async function findChosen(container: MedusaContainer, row: BankRowRow, statementId: string) {
  const [statement] = await statementsOf(container).readStatements({ ids: [statementId] })
  if (!statement) throw refusal("not_found", "not_found")
  if (row.organisation_id !== null && row.organisation_id !== statement.organisation_id) throw refusal("not_allowed", "bank_row_of_another")
  if (statement.state !== "confirmed" && statement.state !== "settled") throw refusal("not_allowed", "statement_not_confirmed")
  const left = row.amount_fen - row.allocated_fen - row.dismissed_fen
  if (left <= 0) throw refusal("conflict", "bank_row_closed")
  const open_fen = (await readOpen(container, [statementId])).get(statementId)!.open_fen
  if (open_fen === 0) throw refusal("not_allowed", "nothing_left_to_pay")
  const match = left === open_fen ? "exact" as const : left < open_fen ? "partial" as const : "over" as const
  return { match: { match, organisation_id: statement.organisation_id, statement_ids: [statementId], reason: match === "over" ? "多付的部分待处理" : null }, orders: await ordersOf(container, [statementId]) }
}

async function ordersOf(container: MedusaContainer, statementIds: string[]) {
  return [...(await readOpen(container, statementIds)).values()].flatMap(({ orders }) => orders)
}

/** Tries rows again that nobody could match when they came: all of them, or those that name a statement. */
export async function rematch(container: MedusaContainer, act: Act, number?: string): Promise<void> {
  const rows = await statementsOf(container).readBankRows({ open: true, ...(number ? { number } : {}) })
  for (const { id, match } of rows) if (match === "unmatched") await bookRow(container, id, act)
}

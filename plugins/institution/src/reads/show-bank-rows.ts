import type { BankPayable, BankRow } from "@fupin/contract/schemas"
import type { MedusaContainer } from "@medusajs/framework/types"
import { type BankRowRow, leftOf } from "../modules/statement/service"
import { statementsOf } from "../statement"
import { findPayables } from "../statement/payables"
import { readOrganisations, unique } from "./plans"

/** Rows of bank files with what became of their money. */
export async function showBankRows(container: MedusaContainer, rows: BankRowRow[]): Promise<BankRow[]> {
  const organisations = await readOrganisations(container, { id: unique(rows.flatMap(({ organisation_id }) => organisation_id ?? [])) })
  const statements = await statementsOf(container).readStatements({ ids: unique(rows.flatMap(({ statement_ids }) => statement_ids)) })
  return rows.map(({ id, line, filename, received_on, amount_fen, payer, reference, memo, match, reason, organisation_id, statement_ids, codes, allocated_fen, dismissed_fen }) => {
    const organisation = organisations.find((one) => one.id === organisation_id)
    return {
      id, line, filename, received_on, amount_fen, payer, reference, memo, match, reason, booked_fen: allocated_fen, returned_fen: dismissed_fen, open_fen: amount_fen - allocated_fen - dismissed_fen,
      organisation: organisation ? { id: organisation.id, name: organisation.name } : null,
      statement_number: [...statements.filter((one) => statement_ids.includes(one.id)).map(({ number }) => number), ...codes].join("、") || null,
    }
  })
}

/** What a row could pay of what somebody looks for, and what would be left of both; money of one unit pays no other. */
export async function showPayables(container: MedusaContainer, row: BankRowRow, q: string): Promise<BankPayable[]> {
  const left = leftOf(row)
  return (await findPayables(container, q)).map(({ kind, number, organisation_id, organisation_name, open_fen, closed }) => {
    const pays_fen = Math.min(left, open_fen)
    const of_another = row.organisation_id !== null && row.organisation_id !== organisation_id
    return { kind, number, party: organisation_name, open_fen, pays_fen, remains_fen: open_fen - pays_fen, left_fen: left - pays_fen, closed: of_another ? "这笔钱属于另一个采购单位" : closed }
  })
}

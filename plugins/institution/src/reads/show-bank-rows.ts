import type { BankRow } from "@fupin/contract/schemas"
import type { MedusaContainer } from "@medusajs/framework/types"
import type { BankRowRow } from "../modules/statement/service"
import { statementsOf } from "../statement"
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

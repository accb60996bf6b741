import type { StaffRequest } from "@fupin/access"
import { StatementQuery } from "@fupin/contract/schemas"
import type { MedusaResponse } from "@medusajs/framework/http"
import { sendSheet } from "../../../../../papers/answer-paper"
import { readStatement } from "../../../../../queries/read-settlement-statement"
import { readInput } from "../../../../../read-input"
import { statementSheet } from "../../../../../settlement/statement-sheet"

export const GET = async (req: StaffRequest, res: MedusaResponse) => {
  const query = readInput(StatementQuery, req.query)
  const statement = await readStatement(req.scope, req.params.id!, query, req.staffRegions, new Date())
  if (query.format === "json") {
    res.json(statement)
    return
  }
  await sendSheet(req, res, statementSheet(statement), query.format, `对账单-${statement.household.code}-${statement.to}`)
}

import { StatementFilter, StatementSummary } from "@fupin/contract/schemas"
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { customerOf } from "../../../../medusa"
import { readMineOf } from "../../../../reads/members"
import { showStatements } from "../../../../reads/show-statements"
import { statementsOf } from "../../../../statement"
import { validQuery } from "../../../_query"

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  const { organisation_id, month, state } = validQuery(req, StatementFilter)
  const organisation_ids = await readMineOf(req.scope, customerOf(req), organisation_id)
  const rows = await statementsOf(req.scope).readStatements({ organisation_ids, ...(month ? { month } : {}), states: state ? [state] : ["sent", "disputed", "adjusted", "confirmed", "settled"] })
  res.json({ statements: (await showStatements(req.scope, rows.filter((row) => row.state !== "draft"))).map((one) => StatementSummary.parse(one)) })
}

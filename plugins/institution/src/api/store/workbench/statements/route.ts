import { StatementSummary } from "@fupin/contract/schemas"
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { showStatements } from "../../../../reads/show-statements"
import { statementsOf } from "../../../../statement"
import { producerAsked } from "../../../_workbench"

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  const { id } = await producerAsked(req)
  const rows = await statementsOf(req.scope).readStatements({ seller_ids: [id], states: ["sent", "disputed", "adjusted", "confirmed", "settled"] })
  res.json({ statements: (await showStatements(req.scope, rows)).map((one) => StatementSummary.parse(one)) })
}

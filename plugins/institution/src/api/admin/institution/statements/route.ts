import type { StaffRequest } from "@fupin/access"
import { type DrawStatementsInput, StatementFilter, StatementSummary } from "@fupin/contract/schemas"
import type { MedusaResponse } from "@medusajs/framework/http"
import { showStatements } from "../../../../reads/show-statements"
import { statementsOf } from "../../../../statement"
import { drawStatementsWorkflow } from "../../../../workflows/draw-statements"
import { validQuery } from "../../../_query"
import { organisationInScope, organisationsInScope } from "../../../_scope"

const idsInScope = async (req: StaffRequest, id: string | undefined): Promise<string[]> =>
  id ? [(await organisationInScope(req, id)).id] : (await organisationsInScope(req)).map((one) => one.id)

export const GET = async (req: StaffRequest, res: MedusaResponse) => {
  const { organisation_id, month, state } = validQuery(req, StatementFilter)
  const rows = await statementsOf(req.scope).readStatements({ organisation_ids: await idsInScope(req, organisation_id), ...(month ? { month } : {}), ...(state ? { states: [state] } : {}) })
  res.json({ statements: (await showStatements(req.scope, rows)).map((one) => StatementSummary.parse(one)) })
}

export const POST = async (req: StaffRequest<DrawStatementsInput>, res: MedusaResponse) => {
  const { month, organisation_id } = req.validatedBody
  const organisation_ids = await idsInScope(req, organisation_id)
  const { result } = await drawStatementsWorkflow(req.scope).run({ input: { month, organisation_ids } })
  const rows = await statementsOf(req.scope).readStatements({ organisation_ids, month })
  res.json({ ...result, statements: (await showStatements(req.scope, rows)).map((one) => StatementSummary.parse(one)) })
}

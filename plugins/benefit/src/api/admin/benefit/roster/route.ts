import { allowed, type StaffRequest } from "@fupin/access"
import { PaperQuery } from "@fupin/contract/schemas"
import type { MedusaResponse } from "@medusajs/framework/http"
import { decideReason } from "../../../../domain/decide-household"
import { answerPaper, logExport } from "../../../../papers/answer-paper"
import { paperRequestOf } from "../../../../papers/paper-request"
import { rosterSheet } from "../../../../papers/roster-sheet"
import { readRoster } from "../../../../queries/read-roster"
import { readInput } from "../../../../read-input"

export const GET = async (req: StaffRequest, res: MedusaResponse) => {
  const query = readInput(PaperQuery, req.query)
  const request = paperRequestOf(req, query)
  if (query.full_ids) {
    allowed(decideReason(query.reason))
    const { rows, carried_forward } = await readRoster(req.scope, { ...request, clear: [] })
    await logExport(req, query, [...rows, ...carried_forward].map(({ household_id }) => household_id))
  }
  const roster = await readRoster(req.scope, request)
  await answerPaper(res, query, roster, () => rosterSheet(roster))
}

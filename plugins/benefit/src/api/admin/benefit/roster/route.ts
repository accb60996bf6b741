import { allowed, type StaffRequest } from "@fupin/access"
import { PaperQuery } from "@fupin/contract/schemas"
import type { MedusaResponse } from "@medusajs/framework/http"
import { decideReason } from "../../../../domain/decide-household"
import { logExport, sendSheet } from "../../../../papers/answer-paper"
import { readDress } from "../../../../papers/paper-dress"
import { paperRequestOf } from "../../../../papers/paper-request"
import { rosterSheet } from "../../../../papers/roster-sheet"
import { openRoster, readRoster } from "../../../../queries/read-roster"
import { readInput } from "../../../../read-input"

export const GET = async (req: StaffRequest, res: MedusaResponse) => {
  const query = readInput(PaperQuery, req.query)
  const request = paperRequestOf(req, query)
  if (query.full_ids) {
    allowed(decideReason(query.reason))
    const { rows, carried_forward } = await readRoster(req.scope, { ...request, clear: [] })
    await logExport(req, query, [...rows, ...carried_forward].map(({ household_id }) => household_id))
  }
  if (query.format === "json") {
    res.setHeader("cache-control", "no-store").json(await readRoster(req.scope, request))
    return
  }
  const { format } = query
  const dress = await readDress(req.scope, request.regions, "roster")
  await openRoster(req.scope, request, (roster) => sendSheet(req, res, rosterSheet(roster, dress), format, `附件1-${query.period}`))
}

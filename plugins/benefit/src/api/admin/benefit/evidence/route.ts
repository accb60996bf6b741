import type { StaffRequest } from "@fupin/access"
import { PaperQuery } from "@fupin/contract/schemas"
import type { MedusaResponse } from "@medusajs/framework/http"
import { sendSheet } from "../../../../papers/answer-paper"
import { evidenceSheet } from "../../../../papers/evidence-sheet"
import { readDress } from "../../../../papers/paper-dress"
import { paperRequestOf } from "../../../../papers/paper-request"
import { openEvidence, readEvidence } from "../../../../queries/read-evidence"
import { readInput } from "../../../../read-input"

/** 附件2 has no ID numbers; household sellers are masked in every copy. */
export const GET = async (req: StaffRequest, res: MedusaResponse) => {
  const query = readInput(PaperQuery, req.query)
  const request = paperRequestOf(req, query)
  if (query.format === "json") {
    res.setHeader("cache-control", "no-store").json(await readEvidence(req.scope, request))
    return
  }
  const { format } = query
  const dress = await readDress(req.scope, request.regions, "evidence")
  await openEvidence(req.scope, request, (evidence) => sendSheet(req, res, evidenceSheet(evidence, dress), format, `附件2-${query.period}`))
}

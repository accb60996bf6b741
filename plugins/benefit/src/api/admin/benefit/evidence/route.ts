import type { StaffRequest } from "@fupin/access"
import { PaperQuery } from "@fupin/contract/schemas"
import type { MedusaResponse } from "@medusajs/framework/http"
import { answerPaper } from "../../../../papers/answer-paper"
import { evidenceSheet } from "../../../../papers/evidence-sheet"
import { paperRequestOf } from "../../../../papers/paper-request"
import { readEvidence } from "../../../../queries/read-evidence"
import { readInput } from "../../../../read-input"

/** 附件2 has no ID numbers; household sellers are masked in every copy. */
export const GET = async (req: StaffRequest, res: MedusaResponse) => {
  const query = readInput(PaperQuery, req.query)
  const evidence = await readEvidence(req.scope, paperRequestOf(req, query))
  await answerPaper(res, query, evidence, () => evidenceSheet(evidence))
}

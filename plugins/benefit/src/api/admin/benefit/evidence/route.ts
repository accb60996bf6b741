import { allowed, type StaffRequest } from "@fupin/access"
import { PaperQuery } from "@fupin/contract/schemas"
import type { MedusaResponse } from "@medusajs/framework/http"
import { decidePeriod } from "../../../../domain/period"
import { answerPaper } from "../../../../papers/answer-paper"
import { evidenceSheet } from "../../../../papers/evidence-sheet"
import { readEvidence } from "../../../../queries/read-evidence"
import { readInput } from "../../../../read-input"

/** 附件2 has no ID numbers; household sellers are masked in every copy. */
export const GET = async (req: StaffRequest, res: MedusaResponse) => {
  const query = readInput(PaperQuery, req.query)
  const evidence = await readEvidence(req.scope, query, allowed(decidePeriod(query.period)), req.staffRegions)
  await answerPaper(res, query, evidence, () => evidenceSheet(evidence))
}

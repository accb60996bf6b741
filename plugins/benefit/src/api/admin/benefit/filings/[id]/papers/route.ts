import type { StaffRequest } from "@fupin/access"
import { FilingPaperQuery } from "@fupin/contract/schemas"
import type { MedusaResponse } from "@medusajs/framework/http"
import { answerFilingPaper } from "../../../../../../papers/answer-filing-paper"
import { requireFiling } from "../../../../../../queries/require-filing"
import { readInput } from "../../../../../../read-input"

export const GET = async (req: StaffRequest, res: MedusaResponse) => {
  const query = readInput(FilingPaperQuery, req.query)
  await answerFilingPaper(req, res, await requireFiling(req), query)
}

import { answerFilingPaper } from "@fupin/benefit/papers/answer-filing-paper"
import { DeskFilingPaperQuery } from "@fupin/contract/schemas"
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { filingFor } from "../../../../../_filing"
import { validQuery } from "../../../../../_query"

/** 附件1 or 附件2, masked: the frozen document once it is accepted, a draft before. */
export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  const query = validQuery(req, DeskFilingPaperQuery)
  await answerFilingPaper(req, res, (await filingFor(req, "read")).filing, query)
}

import { NoticeQuery } from "@fupin/contract/schemas"
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { answerNotices } from "../../../_notices"
import { validQuery } from "../../../_query"

/** The signed-in member's own notices of one unit. */
export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  res.json(await answerNotices(req, validQuery(req, NoticeQuery)))
}

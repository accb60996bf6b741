import { ProducerNoticeQuery } from "@fupin/contract/schemas"
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { answerNotices } from "../../../_notices"
import { validQuery } from "../../../_query"
import { asProducer } from "../../../_workbench"

/** What the signed-in person was told as one of the producer's people. */
export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  const { producer_id, ...page } = validQuery(req, ProducerNoticeQuery)
  await asProducer(req, producer_id, "read")
  res.json(await answerNotices(req, producer_id, page))
}

import type { ProducerNoticeMailInput } from "@fupin/contract/schemas"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { customerOf } from "../../../../../medusa"
import { noticesOf } from "../../../../../notices"
import { answerNotices } from "../../../../_notices"
import { asProducer } from "../../../../_workbench"

/** How one's own notices come by mail. */
export const POST = async (req: AuthenticatedMedusaRequest<ProducerNoticeMailInput>, res: MedusaResponse) => {
  const { producer_id, mail } = req.validatedBody
  await asProducer(req, producer_id, "read")
  await noticesOf(req.scope).saveMailChoice(customerOf(req), producer_id, mail)
  res.json(await answerNotices(req, producer_id))
}

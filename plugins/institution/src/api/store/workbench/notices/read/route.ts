import type { ProducerNoticesRead } from "@fupin/contract/schemas"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { customerOf } from "../../../../../medusa"
import { noticesOf } from "../../../../../notices"
import { answerNotices } from "../../../../_notices"
import { asProducer } from "../../../../_workbench"

export const POST = async (req: AuthenticatedMedusaRequest<ProducerNoticesRead>, res: MedusaResponse) => {
  const { producer_id } = req.validatedBody
  await asProducer(req, producer_id, "read")
  await noticesOf(req.scope).markRead(customerOf(req), producer_id)
  res.json(await answerNotices(req, producer_id))
}

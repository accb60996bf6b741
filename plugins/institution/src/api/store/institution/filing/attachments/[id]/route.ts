import { answerScan } from "@fupin/benefit/papers/answer-scan"
import { withdrawAttachmentWorkflow } from "@fupin/benefit/workflows"
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { customerOf } from "../../../../../../medusa"
import { scanFor } from "../../../../../_filing"

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  answerScan(res, await scanFor(req, "read"))
}

/** Takes a scan back; the record keeps it. */
export const DELETE = async (req: MedusaRequest, res: MedusaResponse) => {
  const { id } = await scanFor(req, "file")
  const { result } = await withdrawAttachmentWorkflow(req.scope).run({ input: { id, actor_id: customerOf(req), now: new Date() } })
  res.json(result)
}
